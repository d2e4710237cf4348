import type { Audience, ExcerptPart } from '@waypost/sdk/contract'

/** What the index needs to know of one article in one locale. */
export interface SearchDocument {
  readonly site: string
  readonly locale: string
  readonly articleId: string
  readonly title: string
  readonly slug: string
  readonly collectionId: string | null
  readonly keywords: readonly string[]
  readonly summary: string | null
  /** The body without marks, a blank line between blocks. */
  readonly text: string
  readonly audience: Audience
}

export interface SearchRequest {
  readonly site: string
  /** A locale that `locales(site)` lists. */
  readonly locale: string
  /** What was typed: a few words, or a whole draft of up to 10,000 characters. */
  readonly text: string
  readonly limit: number
  readonly offset: number
  readonly collectionId?: string | undefined
  /** Hits of other audiences do not exist: not in results, counts or excerpts. */
  readonly canRead: (audience: Audience) => boolean
}

export interface FoundArticle {
  readonly document: SearchDocument
  readonly score: number
  readonly excerpt: readonly ExcerptPart[]
}

export interface SearchAnswer {
  readonly hits: readonly FoundArticle[]
  /** All hits that the reader may see, before `limit` and `offset`. */
  readonly total: number
  /** The query with unknown words corrected, in the way it was searched. */
  readonly didYouMean?: string
}

/** The port on a search engine: in process, a copy on every node, fed from the event log. */
export interface SearchIndex {
  put(document: SearchDocument): void
  remove(site: string, locale: string, articleId: string): void
  /** Locales of a site that hold at least one document. */
  locales(site: string): readonly string[]
  search(request: SearchRequest): SearchAnswer
}
