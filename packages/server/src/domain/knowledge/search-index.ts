import type { Audience, ExcerptPart } from '@waypost/sdk/contract'
import type { Evidence } from '../confidence.js'

/**
 * What the index needs to know of one article in one locale. What must not be found, as an article
 * with `search: false`, is never put.
 */
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
  /**
   * The same where title, keywords, summary and text are: then they need not be read again from one
   * start to the next. Without one they are.
   */
  readonly version?: string
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
  /** Articles that come first, in this order, whether or not their words match. */
  readonly pinned?: readonly string[] | undefined
  /** Hits of other audiences do not exist: not in results, counts or excerpts. */
  readonly canRead: (audience: Audience) => boolean
}

/** A text of which somebody asks how much the documents know that they may read. */
export type KnownShareRequest = Pick<SearchRequest, 'site' | 'locale' | 'text' | 'canRead'>

export interface FoundArticle {
  readonly document: SearchDocument
  readonly score: number
  readonly evidence: Evidence
  readonly excerpt: readonly ExcerptPart[]
}

/** A passage quoted from the article that answers a question; nothing is written by a machine. */
export interface QuotedAnswer {
  readonly document: SearchDocument
  readonly excerpt: readonly ExcerptPart[]
}

export interface CollectionCount {
  readonly collectionId: string
  readonly count: number
}

export interface SearchAnswer {
  readonly hits: readonly FoundArticle[]
  /** All hits that the reader may see, before `limit` and `offset`. */
  readonly total: number
  /** The query with unknown words corrected, in the way it was searched. */
  readonly didYouMean?: string
  /** With the first hits only, and only where the evidence for the passage is strong. */
  readonly answer?: QuotedAnswer
  /**
   * Visible hits of each collection, most first, whichever `collectionId` was asked for. Articles
   * without a collection are in no count.
   */
  readonly collections: readonly CollectionCount[]
}

/**
 * Words or phrases that mean the same. With `to` in one direction only: who asks for one of `words`
 * finds `to` as well, but not the other way around.
 */
export interface SynonymGroup {
  readonly words: readonly string[]
  readonly to?: readonly string[] | undefined
}

/** The port on a search engine: in process, a copy on every node, fed from the event log. */
export interface SearchIndex {
  put(document: SearchDocument): void
  remove(site: string, locale: string, articleId: string): void
  /** One document as it was put, whoever may read it. */
  find(site: string, locale: string, articleId: string): SearchDocument | undefined
  /** Replaces all synonyms of a locale, from the next search on. */
  setSynonyms(site: string, locale: string, groups: readonly SynonymGroup[]): void
  /** Locales of a site that hold at least one document. */
  locales(site: string): readonly string[]
  /**
   * Brings the tables up to date with what was put: else the next search does. A few articles take
   * some milliseconds; put most of a help centre first, then settle once.
   */
  settle(): void
  /** Some milliseconds of what `settle` does, so that others have their turn; false at the end. */
  settleABit(): boolean
  search(request: SearchRequest): SearchAnswer
  /**
   * How many of a text's words stand in the locale's documents, 0 to 1: by far the most in the language
   * that it is written in.
   */
  knownShare(request: KnownShareRequest): number
}
