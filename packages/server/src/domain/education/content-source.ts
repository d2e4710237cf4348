import type { ContentDraft } from './content.js'
import type { Work } from './manuscript.js'

/** What a folder holds for education; what is wrong with it is told with all else that is. */
export interface EducationFolder {
  readonly works: readonly Work[]
  /** All that is made from them. */
  readonly drafts: readonly ContentDraft[]
  /** Whether every file could be read that may be one of them. */
  readonly isWhole: boolean
}
