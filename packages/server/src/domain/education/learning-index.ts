import type { Audience, ExcerptPart } from '@waypost/sdk/contract'
import type { Evidence } from '../confidence.js'
import type { ContentOf } from './content.js'

/** What can be found by its words: the rest shows itself where it is needed. */
export type Learnable = ContentOf<'course' | 'lesson'>

export type NamedLearning = Pick<Learnable, 'site' | 'locale' | 'kind' | 'contentId'>

export interface LearningRequest {
  readonly site: string
  /** A locale that `locales(site)` lists. */
  readonly locale: string
  readonly text: string
  readonly limit: number
  readonly canRead: (audience: Audience) => boolean
}

export interface FoundLearning extends NamedLearning {
  readonly excerpt: readonly ExcerptPart[]
  readonly score: number
  readonly evidence: Evidence
}

/** Where in a site somebody looks: in a locale that `locales(site)` lists. */
export type LearningPlace = Pick<LearningRequest, 'site' | 'locale'>

/** The port on what finds courses and lessons; in process, a copy on every node. */
export interface LearningIndex {
  put(content: Learnable): void
  remove(content: NamedLearning): void
  /** One as it was put, whoever may see it. */
  find(named: NamedLearning): Learnable | undefined
  /** Locales of a site that hold at least one. */
  locales(site: string): readonly string[]
  /** Those that hold most of what a text says, the best first. */
  search(request: LearningRequest): readonly FoundLearning[]
  /** Those whose rule names a page of the host; whoever may see them. */
  fitting(place: LearningPlace, url: string): readonly NamedLearning[]
  /** Lessons whose text links to an article; whoever may see them. */
  linkingTo(place: LearningPlace, articleId: string): readonly NamedLearning[]
}
