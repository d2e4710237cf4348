import * as v from 'valibot'
import { ContentId, Locale, listOf, pageQuery, SiteKey } from './fields.js'
import type { Operation } from './operation.js'

/** A piece of an excerpt; `match` marks words that the query meant. */
export const ExcerptPartSchema = v.object({ text: v.string(), match: v.boolean() })
export type ExcerptPart = v.InferOutput<typeof ExcerptPartSchema>

/** Words of an article, and the article that they stand in. */
const shown = {
  articleId: v.string(),
  locale: v.string(),
  title: v.string(),
  slug: v.string(),
  url: v.string(),
  excerpt: v.array(ExcerptPartSchema),
}

export const SearchHitSchema = v.object({
  kind: v.literal('article'),
  ...shown,
  /** The id of the collection; `null` for an article that stands in none. */
  collection: v.nullable(v.string()),
  /** Only good for comparing hits of one answer. */
  score: v.number(),
})
export type SearchHit = v.InferOutput<typeof SearchHitSchema>

/** A passage in the author's own words that answers what was asked, with the article it stands in. */
export const QuotedAnswerSchema = v.object(shown)
export type QuotedAnswer = v.InferOutput<typeof QuotedAnswerSchema>

/** How many hits stand in a collection. */
export const CollectionCountSchema = v.object({
  /** The id to search in with `collection`. */
  collection: v.string(),
  title: v.string(),
  count: v.number(),
})
export type CollectionCount = v.InferOutput<typeof CollectionCountSchema>

/** A course or a lesson that teaches what was asked for, or fits where somebody is. */
export const LearningHitSchema = v.object({
  kind: v.picklist(['course', 'lesson']),
  /** Opens it: `start(kind, id)`. */
  id: v.string(),
  locale: v.string(),
  title: v.string(),
  /** The title of the course that a lesson stands in; `null` for a course. */
  course: v.nullable(v.string()),
  /** That it takes; of a course all of its lessons. */
  minutes: v.number(),
  url: v.string(),
  excerpt: v.array(ExcerptPartSchema),
})
export type LearningHit = v.InferOutput<typeof LearningHitSchema>

export const SearchResultsSchema = v.object({
  /** Names this search when its outcome is reported. */
  searchId: v.string(),
  ...listOf(SearchHitSchema).entries,
  /** The query with its unknown words corrected, when they were. */
  didYouMean: v.optional(v.string()),
  /** With the first page, where the evidence is strong. */
  answer: v.optional(QuotedAnswerSchema),
  /** With the first page, unless in one collection: what teaches it, where something does. */
  learning: v.optional(v.array(LearningHitSchema)),
  /** With the first page: hits of every collection, most first, whichever was asked for. */
  collections: v.optional(v.array(CollectionCountSchema)),
})
export type SearchResults = v.InferOutput<typeof SearchResultsSchema>

export const SuggestionsSchema = v.object({
  items: v.array(SearchHitSchema),
  /** What teaches it, where something does: two at most. */
  learning: v.optional(v.array(LearningHitSchema)),
})
export type Suggestions = v.InferOutput<typeof SuggestionsSchema>

const DraftSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(10_000)),
  url: v.optional(v.pipe(v.string(), v.maxLength(2_048))),
  locale: v.optional(Locale),
})
export type Draft = v.InferInput<typeof DraftSchema>

const MOST_NAMED = 10
const LONGEST_QUERY = 200

/** What whoever asks has chosen: ids of articles, separated by commas, and words. */
const chosen = {
  articles: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(2_048),
      v.transform((ids) => ids.split(',').filter(Boolean).slice(0, MOST_NAMED)),
    ),
  ),
  query: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(2_048),
      v.transform((text) => text.slice(0, LONGEST_QUERY)),
    ),
  ),
}

export const searchOperations = {
  search: {
    summary: 'Search the articles',
    tag: 'search',
    access: 'anyone',
    query: v.object({
      q: v.pipe(v.string(), v.maxLength(1_000)),
      locale: v.optional(Locale),
      collection: v.optional(ContentId),
      site: v.optional(SiteKey),
      ...pageQuery,
    }),
    status: 200,
    reply: SearchResultsSchema,
  },
  listSuggestions: {
    summary: 'Articles for a page of the host, or for nowhere in particular, and what teaches it',
    tag: 'search',
    access: 'anyone',
    query: v.object({
      ...chosen,
      url: v.optional(v.pipe(v.string(), v.maxLength(2_048))),
      locale: v.optional(Locale),
      site: v.optional(SiteKey),
    }),
    status: 200,
    reply: SuggestionsSchema,
  },
  suggestForDraft: {
    summary: 'Articles that may answer what is being written, and what teaches it',
    tag: 'search',
    access: 'anyone',
    query: v.object({ site: v.optional(SiteKey) }),
    body: DraftSchema,
    status: 200,
    reply: SuggestionsSchema,
  },
} as const satisfies Record<string, Operation>
