import { ContentId, FrequencySchema } from '@waypost/sdk/contract'
import * as v from 'valibot'
import { actionOf, anchorOf, Event, head, Minutes, PagePath, PartId, Placement } from './parts.js'
import { MarkdownWords, Words } from './words.js'

const TourStep = v.strictObject({
  id: PartId,
  title: Words,
  body: MarkdownWords,
  anchor: v.optional(anchorOf(Words)),
  placement: Placement,
  page: v.optional(PagePath),
  advance: v.optional(
    v.strictObject({ press: v.optional(v.literal(true)), event: v.optional(Event) }),
  ),
  article: v.optional(ContentId),
})

/** `tours/<id>.yaml`. */
export const AuthoredTour = v.strictObject({
  title: Words,
  ...head,
  auto: v.optional(v.boolean(), false),
  frequency: v.optional(v.strictObject(FrequencySchema.entries), {}),
  minutes: v.optional(Minutes),
  steps: v.pipe(v.array(TourStep), v.minLength(1), v.maxLength(50)),
  next: v.optional(actionOf(Words)),
})
export type AuthoredTour = v.InferOutput<typeof AuthoredTour>
