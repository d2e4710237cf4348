import type { ArticleDraft, CollectionDraft, ContentProblem } from './article-draft.js'
import type { SearchRulesDraft } from './search-rules.js'

/** Everything that a content folder holds, and everything wrong with it. */
export interface Content {
  readonly articles: readonly ArticleDraft[]
  readonly collections: readonly CollectionDraft[]
  readonly searchRules: readonly SearchRulesDraft[]
  readonly problems: readonly ContentProblem[]
}

/** The port on a place where articles are written. */
export type ReadContent = () => Promise<Content>
