import type { Audience, ExcerptPart } from '@waypost/sdk/contract'
import type { ContentOf } from './content.js'

/** What can be found by its words: the rest shows itself where it is needed. */
export type Learnable = ContentOf<'course' | 'lesson'>

type Named = Pick<Learnable, 'site' | 'locale' | 'kind' | 'contentId'>

export interface LearningRequest {
  readonly site: string
  /** A locale that `locales(site)` lists. */
  readonly locale: string
  readonly text: string
  readonly limit: number
  readonly canRead: (audience: Audience) => boolean
}

export interface FoundLearning extends Named {
  readonly excerpt: readonly ExcerptPart[]
}

/** The port on what finds courses and lessons; in process, a copy on every node. */
export interface LearningIndex {
  put(content: Learnable): void
  remove(content: Named): void
  /** Locales of a site that hold at least one. */
  locales(site: string): readonly string[]
  /** Those that hold most of what a text says, the best first. */
  search(request: LearningRequest): readonly FoundLearning[]
}
