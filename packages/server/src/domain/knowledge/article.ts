import type { ArticleStatus, Audience, CollectionIcon, RichText } from '@waypost/sdk/contract'
import type { StoredRecord } from '../../foundation/records.js'

/** One article in one locale. */
export interface Article extends StoredRecord {
  readonly site: string
  readonly locale: string
  /** The author's id, shared by all translations. */
  readonly articleId: string
  readonly slug: string
  readonly title: string
  readonly summary: string | null
  readonly collectionId: string | null
  readonly keywords: readonly string[]
  /** Place inside the collection, from small to large. */
  readonly position: number
  readonly audience: Audience
  readonly status: ArticleStatus
  /** `false` keeps it out of search and suggestions; who has its address still reads it. */
  readonly searchable?: false | undefined
  /** Paths of the host on which the article is suggested; `*` stands for anything. */
  readonly pages: readonly string[]
  /** A tour that shows what it says, by the id of its author. */
  readonly tour?: string | undefined
  readonly updatedAt: string
  /** What the author wrote; `body` is made from it. */
  readonly markdown: string
  readonly body: RichText
  /** Who owns it: a synced folder (read-only to everybody else) or an import. */
  readonly source: ArticleSource
  /** Changes when anything above does. */
  readonly hash: string
}

export type ArticleSource = 'folder' | 'import'

/** One collection in one locale. */
export interface Collection extends StoredRecord {
  readonly site: string
  readonly locale: string
  readonly collectionId: string
  readonly title: string
  readonly summary: string | null
  /** Absent where the author chose none. */
  readonly icon?: CollectionIcon | undefined
  readonly position: number
  readonly source: ArticleSource
  readonly hash: string
}

/** The storage id of an article or collection: the author's id stands last, so it may hold anything. */
export function contentKey(site: string, locale: string, id: string): string {
  return `${site}|${locale}|${id}`
}
