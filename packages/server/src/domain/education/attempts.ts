import { type QuizAnswer, WaypostError } from '@waypost/sdk/contract'
import { applyStep } from '@waypost/sdk/education'
import { allOf } from '../../foundation/all-of.js'
import type { NewId } from '../../foundation/ids.js'
import type { Actor } from '../actor.js'
import type { Transaction } from '../storage.js'
import { type KeptAttempt, type Outcome, outcomeOf, withAnswers } from './attempt.js'
import type { ContentOf } from './content.js'
import {
  bestOf,
  type KeptProgress,
  progressKey,
  settled,
  versionOf,
  withProgress,
} from './kept-progress.js'
import { endOf, type Learner, learnerKey, learnerOf } from './learner.js'
import type { ChangedBy, ProgressDeps } from './progress.js'
import { isRepeated, withOrigin } from './repeated.js'

export interface AttemptsDeps extends ProgressDeps {
  newId: NewId
}

export interface NewAnswers {
  /** To go on with it; a new attempt begins without. */
  readonly attemptId?: string | undefined
  readonly answers: Readonly<Record<string, QuizAnswer>>
}

export interface AnsweredAttempt {
  /** The language of the questions. */
  readonly locale: string
  readonly attempt: KeptAttempt
  readonly outcome: Outcome
}

/** Of one quiz by one learner; the oldest make room. */
const MOST_ATTEMPTS = 50

/** How quizzes are answered. What is right leaves the server with an answer, never before. */
export function createAttempts({ storage, clock, newId, findContent }: AttemptsDeps) {
  return {
    /**
     * Marks answers, and goes on with an attempt or begins one; a retry returns what the first has become.
     * Who passes has done the lesson, and with the last one the course.
     */
    answer(
      actor: Actor,
      lessonId: string,
      { attemptId, answers }: NewAnswers,
      { locale, origin }: ChangedBy,
    ): Promise<AnsweredAttempt> {
      const learner = learnerOf(actor)
      const id = newId('att')
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const { lesson, quiz, course } = await quizOf(tx, actor, lessonId, locale)
        const repeated = origin && (await tx.attempts.findBy('origin', origin.key))
        if (repeated && isRepeated(repeated, origin)) {
          return { locale: lesson.locale, attempt: repeated, outcome: outcomeOf(repeated, quiz) }
        }
        const own = await ownAttempts(tx, learner, lesson)
        const found = own.find((one) => one.id === attemptId)
        if (attemptId !== undefined && !found) refuse('attemptId')
        for (const questionId of Object.keys(answers)) {
          if (!quiz.questions.some((question) => question.id === questionId)) {
            refuse(`answers.${questionId}`)
          }
        }
        const begun = found ?? {
          ...{ id, createdAt: at.toISOString(), isFirst: own.length === 0 },
          ...{ site: learner.site, learnerId: learner.id, audiences: learner.audiences },
          ...{ lessonId, courseId: lesson.courseId, version: course.version },
          ...{ locale: lesson.locale, answers: [], origins: [] },
        }
        const attempt: KeptAttempt = {
          ...withAnswers({ ...begun, updatedAt: at.toISOString() }, quiz, answers),
          origins: withOrigin(begun.origins, origin),
          ...endOf(learner, at),
        }
        const outcome = outcomeOf(attempt, quiz)
        const before = await tx.progress.find(progressKey(learner, course.contentId))
        const made = reached(before, { course, lesson, outcome, at })
        const next = withProgress(before, made, { learner, origin: null, at })
        tx.attempts.save(attempt)
        const tooMany = found ? [] : own.slice(0, Math.max(0, own.length + 1 - MOST_ATTEMPTS))
        for (const old of tooMany) tx.attempts.delete(old.id)
        if (next !== before) {
          const { site, id: learnerId } = learner
          tx.progress.save(next)
          const { contentId } = course
          tx.events.add({ kind: 'progress.changed', site, contentId, learnerId })
        }
        return { locale: lesson.locale, attempt, outcome }
      })
    },
  }

  /** A lesson of a course that are both for the caller; without questions there is nothing to answer. */
  async function quizOf(tx: Transaction, actor: Actor, lessonId: string, locale?: string) {
    const lesson = (await findContent(tx, actor, lessonId, locale))?.content
    if (lesson?.kind !== 'lesson' || !lesson.quiz) throw new WaypostError('not_found')
    const course = (await findContent(tx, actor, lesson.courseId, lesson.locale))?.content
    if (course?.kind !== 'course') throw new WaypostError('not_found')
    return { lesson, course, quiz: lesson.quiz }
  }

  async function ownAttempts(tx: Transaction, learner: Learner, lesson: ContentOf<'lesson'>) {
    const key = `${learnerKey(learner)}|${lesson.courseId}`
    const all = await allOf((after) => tx.attempts.list('course', key, { limit: 500, after }))
    return all.filter(({ lessonId }) => lessonId === lesson.contentId)
  }
}

export type Attempts = ReturnType<typeof createAttempts>

interface Reached {
  readonly course: ContentOf<'course'>
  readonly lesson: ContentOf<'lesson'>
  readonly outcome: Outcome
  readonly at: Date
}

/** What an attempt makes of the progress in its course. */
function reached(before: KeptProgress | undefined, { course, lesson, outcome, at }: Reached) {
  const { contentId, kind } = course
  const version = versionOf(course, before?.progress)
  const { right, of, passed } = outcome
  const state = passed ? 'completed' : 'started'
  const step = { contentId, kind, version, stepId: lesson.contentId, state } as const
  const progress = settled(applyStep(before?.progress, step, at), course, at)
  const known = before?.progress.version === version ? before.scores : {}
  const scores = passed === null ? known : bestOf(known, { [lesson.contentId]: { right, of } })
  return { progress, scores, locale: lesson.locale }
}

function refuse(path: string): never {
  throw new WaypostError('invalid_input', { errors: [{ path, code: 'not_an_option' }] })
}
