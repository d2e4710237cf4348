import type { ArticleStatus, Audience, CollectionIcon, RichText } from '@waypost/sdk/contract'

/** An article as a folder or an import delivers it, before it is kept. */
export interface ArticleDraft {
  readonly articleId: string
  readonly locale: string
  readonly slug: string
  readonly title: string
  readonly summary: string | null
  readonly collectionId: string | null
  readonly keywords: readonly string[]
  readonly position: number
  readonly audience: Audience
  readonly status: ArticleStatus
  /** Absent unless the author keeps it out of search and suggestions. */
  readonly searchable?: false | undefined
  readonly pages: readonly string[]
  /** A tour that shows what it says. */
  readonly tour?: string | undefined
  /** RFC 3339; `null` where the author gave none. */
  readonly updatedAt: string | null
  readonly markdown: string
  readonly body: RichText
  /** The folder from which its pictures are meant, where the Markdown alone does not say it. */
  readonly picturesFrom?: string | undefined
  /** Where it stands, for people: `en/articles/payments/payouts.md` or `line 12`. */
  readonly place: string
}

export interface CollectionDraft {
  readonly collectionId: string
  readonly locale: string
  readonly title: string
  readonly summary: string | null
  readonly icon?: CollectionIcon | undefined
  readonly position: number
  readonly place: string
}

/** Something wrong in a content folder or an import, told so that its author can find and mend it. */
export interface ContentProblem {
  /** Path inside the folder, with forward slashes. */
  readonly file: string
  /** From 1; absent where the whole file is meant. */
  readonly line?: number
  /** `error` keeps the file out; `warning` lets it in. */
  readonly severity: 'error' | 'warning'
  /** One sentence: what is wrong and what to do. */
  readonly message: string
}
