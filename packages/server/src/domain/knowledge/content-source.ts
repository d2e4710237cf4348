import type { ArticleDraft, CollectionDraft, ContentProblem } from './article-draft.js'
import type { SearchRulesDraft } from './search-rules.js'

/** Everything that a content folder holds, and everything wrong with it. */
export interface Content {
  readonly articles: readonly ArticleDraft[]
  readonly collections: readonly CollectionDraft[]
  readonly searchRules: readonly SearchRulesDraft[]
  readonly problems: readonly ContentProblem[]
  /** Whether every file could be read that may be an article or a collection. */
  readonly isWhole: boolean
  /** Languages whose search rules could not be read. */
  readonly brokenRules: readonly string[]
}

/** The port on a place where articles are written, and whatever else stands there. */
export type ReadContent<More = unknown> = () => Promise<Content & More>
