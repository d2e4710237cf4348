import type { ContentDraft } from './content.js'

/** What a folder holds for education; what is wrong with it is told with all else that is. */
export interface EducationFolder {
  readonly drafts: readonly ContentDraft[]
  /** Whether every file could be read that may be one of them. */
  readonly isWhole: boolean
}
