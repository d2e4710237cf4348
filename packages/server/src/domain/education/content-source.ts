import type { ContentProblem } from '../knowledge/article-draft.js'
import type { ContentDraft } from './content.js'

/** What a content folder holds for education, and everything wrong with it. */
export interface EducationFolder {
  readonly drafts: readonly ContentDraft[]
  readonly problems: readonly ContentProblem[]
  /** Whether every file could be read that may be one of them. */
  readonly isWhole: boolean
}
