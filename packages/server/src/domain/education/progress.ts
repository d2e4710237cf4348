import {
  type ContentChange,
  type Progress,
  type StepChange,
  stepStates,
  WaypostError,
} from '@waypost/sdk/contract'
import { applyContent, applyStep } from '@waypost/sdk/education'
import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { Actor } from '../actor.js'
import type { RequestOrigin } from '../request-origin.js'
import type { Storage } from '../storage.js'
import type { EducationContent } from './content.js'
import type { EducationRoom } from './education.js'
import {
  type KeptProgress,
  partsOf,
  progressKey,
  settled,
  versionOf,
  withProgress,
} from './kept-progress.js'
import { learnerKey, learnerOf } from './learner.js'
import { isRepeated } from './repeated.js'

export interface ProgressDeps {
  storage: Storage
  clock: Clock
  /** The content as the actor sees it; `undefined` where it is not for them, or not there. */
  findContent: EducationRoom['find']
}

/** How a change reaches us: in which language, and what makes a retry of it known. */
export interface ChangedBy {
  readonly locale: string | undefined
  readonly origin: RequestOrigin | null
}

/** What learners say of how far they are. Saying it again changes nothing. */
export function createProgress({ storage, clock, findContent }: ProgressDeps) {
  return {
    /** Everything that the caller has begun, in the order of it. */
    async list(actor: Actor): Promise<readonly KeptProgress[]> {
      const key = learnerKey(learnerOf(actor))
      return allOf((after) =>
        storage.transaction((tx) => tx.progress.list('learner', key, { limit: 500, after })),
      )
    },

    /** What became of a content; of a lesson, what became of it in its course. */
    async set(
      actor: Actor,
      contentId: string,
      change: ContentChange,
      by: ChangedBy,
    ): Promise<KeptProgress> {
      const { state } = change
      if (change.kind === 'lesson') {
        const step = stepStates.find((one) => one === state) ?? refuse('state')
        const courseId = await courseOf(actor, contentId, by)
        return setStep(actor, courseId, contentId, { ...change, kind: 'course', state: step }, by)
      }
      return alter(actor, contentId, change, by, (content, before, now) =>
        applyContent(before, { ...meant(content, before, change), state }, now),
      )
    },

    setStep,
  }

  /** What became of a step, a task or a lesson. */
  function setStep(
    actor: Actor,
    contentId: string,
    stepId: string,
    change: StepChange,
    by: ChangedBy,
  ): Promise<KeptProgress> {
    return alter(actor, contentId, change, by, (content, before, now) => {
      if (!partsOf(content).some(({ id }) => id === stepId)) throw new WaypostError('not_found')
      return applyStep(
        before,
        { ...meant(content, before, change), stepId, state: change.state },
        now,
      )
    })
  }

  async function courseOf(actor: Actor, lessonId: string, { locale }: ChangedBy) {
    const seen = await storage.transaction((tx) => findContent(tx, actor, lessonId, locale))
    if (seen?.content.kind !== 'lesson') throw new WaypostError('not_found')
    return seen.content.courseId
  }

  function alter(
    actor: Actor,
    contentId: string,
    { kind }: Pick<ContentChange, 'kind'>,
    { locale, origin }: ChangedBy,
    apply: (content: EducationContent, before: Progress | undefined, now: Date) => Progress,
  ): Promise<KeptProgress> {
    const learner = learnerOf(actor)
    const at = clock.now()
    return storage.transaction(async (tx) => {
      const seen = await findContent(tx, actor, contentId, locale)
      if (seen?.content.kind !== kind) throw new WaypostError('not_found')
      const { content } = seen
      const before = await tx.progress.find(progressKey(learner, contentId))
      if (before && isRepeated(before, origin)) return before
      const progress = settled(apply(content, before?.progress, at), content, at)
      const next = withProgress(
        before,
        // Where nothing is said of the language, it is the one in which they began.
        { progress, locale: locale === undefined && before ? before.locale : content.locale },
        { learner, origin, at },
      )
      if (next !== before) {
        const { site, id: learnerId } = learner
        tx.progress.save(next)
        tx.events.add({ kind: 'progress.changed', site, contentId, learnerId })
      }
      return next
    })
  }
}

export type ProgressRoom = ReturnType<typeof createProgress>

/** What the person has before them: maybe an older version than there is, never a newer one. */
function meant(
  content: EducationContent,
  before: Progress | undefined,
  { version = content.version }: { version?: number | undefined },
) {
  const { contentId, kind } = content
  const isOld = version < content.version
  return { contentId, kind, version: isOld ? version : versionOf(content, before) }
}

function refuse(path: string): never {
  throw new WaypostError('invalid_input', { errors: [{ path, code: 'not_an_option' }] })
}
