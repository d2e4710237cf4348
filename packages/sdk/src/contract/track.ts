import * as v from 'valibot'
import { ContentId, Locale, objectId, SiteKey } from './fields.js'
import type { Operation } from './operation.js'

const SearchId = objectId('sea')

/** What can be told of what became of self-service. Kinds are added; a server refuses those it does not know. */
const TrackedEventSchema = v.variant('kind', [
  v.object({
    kind: v.literal('search.chosen'),
    /** That of the answer in which the hit stood. */
    searchId: SearchId,
    articleId: ContentId,
    /** Where it stood, the first hit being 1, counted over all pages. */
    position: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  }),
  v.object({
    kind: v.literal('article.read'),
    articleId: ContentId,
    /** The locale that was shown. */
    locale: v.optional(Locale),
  }),
  v.object({
    /** Somebody who was about to ask found the answer. */
    kind: v.literal('ticket.deflected'),
    searchId: v.optional(SearchId),
    /** What answered them. */
    articleId: v.optional(ContentId),
    locale: v.optional(Locale),
  }),
])
export type TrackedEvent = v.InferOutput<typeof TrackedEventSchema>

export const TrackSchema = v.object({
  events: v.pipe(v.array(TrackedEventSchema), v.minLength(1), v.maxLength(50)),
})
export type Track = v.InferInput<typeof TrackSchema>

export const trackOperations = {
  track: {
    summary: 'Tell which hit was chosen, what was read, and what made a ticket needless',
    tag: 'insights',
    access: 'anyone',
    query: v.object({ site: v.optional(SiteKey) }),
    body: TrackSchema,
    status: 204,
    problems: ['idempotency_key_reused'],
  },
} as const satisfies Record<string, Operation>
