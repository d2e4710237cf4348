import { ContentId } from '@waypost/sdk/contract'
import * as v from 'valibot'
import { actionOf, Event, head, Minutes, PagePath, PartId } from './parts.js'
import { MarkdownWords, Words } from './words.js'

const Task = v.strictObject({
  id: PartId,
  title: Words,
  body: v.optional(MarkdownWords),
  minutes: v.optional(Minutes),
  doneBy: v.optional(
    v.strictObject({
      event: v.optional(Event),
      page: v.optional(PagePath),
      content: v.optional(ContentId),
      hand: v.optional(v.literal(true)),
    }),
    {},
  ),
  action: v.optional(actionOf(Words)),
  tour: v.optional(ContentId),
  skippable: v.optional(v.boolean(), false),
})

/** `checklists/<id>.yaml`. */
export const AuthoredChecklist = v.strictObject({
  title: Words,
  summary: v.optional(Words),
  ...head,
  tasks: v.pipe(v.array(Task), v.minLength(1), v.maxLength(50)),
  finished: v.optional(v.strictObject({ text: Words, action: v.optional(actionOf(Words)) })),
})
export type AuthoredChecklist = v.InferOutput<typeof AuthoredChecklist>
