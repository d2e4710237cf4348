import type { Audience, Progress } from '@waypost/sdk/contract'
import { applyContent, mergeProgress } from '@waypost/sdk/education'
import type { StoredRecord } from '../../foundation/records.js'
import type { RequestOrigin } from '../request-origin.js'
import type { EducationContent } from './content.js'
import { endOf, type Learner, learnerKey } from './learner.js'
import { withOrigin } from './repeated.js'

/** What somebody reached in a quiz. */
export type Score = NonNullable<Progress['score']>

/** How far one learner is with one content. */
export interface KeptProgress extends StoredRecord {
  readonly site: string
  readonly learnerId: string
  readonly contentId: string
  readonly progress: Progress
  /** The best of each quiz of a course, by lesson. */
  readonly scores: Readonly<Record<string, Score>>
  /** The language in which it was last read, and what the learner belonged to. */
  readonly locale: string
  readonly audiences: readonly Audience[]
  /** Of the last changes, so that one that is sent again counts once. */
  readonly origins: readonly RequestOrigin[]
}

/** The storage id of what one learner has done with one content. */
export const progressKey = (learner: Pick<Learner, 'site' | 'id'>, contentId: string): string =>
  `${learnerKey(learner)}|${contentId}`

/** The record after a change; the same one where nothing is new. */
export function withProgress(
  before: KeptProgress | undefined,
  next: { progress: Progress; scores?: KeptProgress['scores']; locale: string },
  { learner, origin, at }: { learner: Learner; origin: RequestOrigin | null; at: Date },
): KeptProgress {
  const { progress, locale, scores = before?.scores ?? {} } = next
  const isSame = progress === before?.progress && scores === before.scores
  if (before && isSame) return before
  const { site, id: learnerId, audiences } = learner
  const { contentId } = progress
  // What belongs to an older version counts no more.
  const isNewer = before !== undefined && progress.version > before.progress.version
  const own = isNewer && scores === before.scores ? {} : scores
  return {
    id: progressKey(learner, contentId),
    createdAt: before?.createdAt ?? at.toISOString(),
    ...{ site, learnerId, contentId, locale, audiences },
    progress: { ...progress, score: sumOf(own) },
    scores: own,
    origins: withOrigin(before?.origins ?? [], origin),
    ...endOf(learner, at),
  }
}

/** What a visitor did, added to what they had done under their name. */
export function merged(
  named: KeptProgress | undefined,
  nameless: KeptProgress,
  learner: Learner,
): KeptProgress {
  const { site, contentId, locale } = nameless
  const progress = named ? mergeProgress(named.progress, nameless.progress) : nameless.progress
  const scores = [named, nameless]
    .filter((one) => one?.progress.version === progress.version)
    .reduce<KeptProgress['scores']>((all, one) => bestOf(all, one?.scores ?? {}), {})
  return {
    id: progressKey(learner, contentId),
    createdAt: named && named.createdAt < nameless.createdAt ? named.createdAt : nameless.createdAt,
    ...{ site, contentId, locale, learnerId: learner.id, audiences: learner.audiences },
    progress: { ...progress, score: sumOf(scores) },
    scores,
    origins: named?.origins ?? [],
  }
}

/** The better one for each quiz. */
export function bestOf(
  scores: KeptProgress['scores'],
  more: KeptProgress['scores'],
): KeptProgress['scores'] {
  const better = Object.entries(more).filter(([lessonId, { right, of }]) => {
    const known = scores[lessonId]
    return !known || right * known.of > known.right * of
  })
  return better.length === 0 ? scores : { ...scores, ...Object.fromEntries(better) }
}

/**
 * A course is done with its last lesson, a checklist with its last task, whoever says so; a tour and a tip
 * only when that is said of them as a whole.
 */
export function settled(progress: Progress, content: EducationContent, now: Date): Progress {
  const parts = partsOf(content)
  if (content.kind !== 'course' && content.kind !== 'checklist') return progress
  if (progress.version < content.version || parts.length === 0) return progress
  const states = new Map(progress.steps.map(({ id, state }) => [id, state]))
  const isOver = (id: string) =>
    states.get(id) === 'completed' || (content.kind === 'checklist' && states.get(id) === 'skipped')
  if (!parts.every(({ id }) => isOver(id))) return progress
  const { contentId, kind, version } = progress
  return applyContent(progress, { contentId, kind, version, state: 'completed' }, now)
}

/** The steps, tasks or lessons of a content, in their order. */
export function partsOf(content: EducationContent): readonly { id: string; title: string }[] {
  switch (content.kind) {
    case 'tour':
      return content.steps
    case 'checklist':
      return content.tasks
    case 'course':
      return content.lessons
    default:
      return []
  }
}

/** The version of a content; what somebody has done of a higher one, which was taken back, is not lost. */
export const versionOf = (content: EducationContent, progress: Progress | undefined): number =>
  Math.max(content.version, progress?.version ?? 0)

/** All quizzes together. */
function sumOf(scores: KeptProgress['scores']): Score | null {
  const all = Object.values(scores)
  if (all.length === 0) return null
  return all.reduce((sum, { right, of }) => ({ right: sum.right + right, of: sum.of + of }))
}
