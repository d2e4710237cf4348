import {
  type ContentKind,
  type LearnerGroup,
  type LearnerKind,
  learnerKinds,
  type QuestionInsight,
  type StepInsight,
} from '@waypost/sdk/contract'
import type { KeptAttempt } from './attempt.js'
import type { ContentOf, EducationContent } from './content.js'
import { type KeptProgress, partsOf } from './kept-progress.js'

/** What learners have made of one content. */
export interface ContentReport {
  readonly contentId: string
  readonly kind: ContentKind
  readonly title: string
  readonly version: number
  readonly started: number
  readonly completed: number
  readonly skipped: number
  readonly dismissed: number
  readonly groups: readonly LearnerGroup[]
  readonly steps: readonly StepInsight[]
  readonly questions: readonly QuestionInsight[]
}

/** What a quiz was answered with, by whoever saw it for the first time. */
export interface TriedLesson {
  readonly lesson: ContentOf<'lesson'>
  readonly attempts: readonly KeptAttempt[]
}

/** Sums up what is known of a content; what was done of older versions is left out by the caller. */
export function reportOn(
  content: EducationContent,
  records: readonly KeptProgress[],
  tried: readonly TriedLesson[],
): ContentReport {
  const { contentId, kind, title, version } = content
  const counted = (state: string) =>
    records.filter(({ progress }) => progress.state === state).length
  return {
    ...{ contentId, kind, title, version, started: records.length },
    completed: counted('completed'),
    skipped: counted('skipped'),
    dismissed: counted('dismissed'),
    groups: groupsOf(records),
    steps: stepsOf(content, records),
    questions: tried.flatMap(questionsOf),
  }
}

export const learnerKindOf = ({ audiences }: Pick<KeptProgress, 'audiences'>): LearnerKind => {
  if (audiences.includes('team')) return 'agent'
  return audiences.includes('customers') ? 'customer' : 'visitor'
}

/** By language, then by what learners are to the site. */
function groupsOf(records: readonly KeptProgress[]): LearnerGroup[] {
  const locales = [...new Set(records.map(({ locale }) => locale))].toSorted()
  return locales.flatMap((locale) =>
    learnerKinds.flatMap((learners) => {
      const own = records.filter((one) => one.locale === locale && learnerKindOf(one) === learners)
      if (own.length === 0) return []
      const completed = own.filter(({ progress }) => progress.state === 'completed').length
      return [{ locale, learners, started: own.length, completed }]
    }),
  )
}

function stepsOf(content: EducationContent, records: readonly KeptProgress[]): StepInsight[] {
  const parts = partsOf(content)
  const steps = parts.map(({ id, title }) => ({
    ...{ id, title, reached: 0, completed: 0, skipped: 0, stopped: 0 },
  }))
  const places = new Map(parts.map(({ id }, at) => [id, at]))
  for (const { progress } of records) {
    let furthest = -1
    for (const { id, state } of progress.steps) {
      const at = places.get(id) ?? -1
      const step = steps[at]
      if (!step) continue
      furthest = Math.max(furthest, at)
      step.reached += 1
      if (state !== 'started') step[state] += 1
    }
    const last = steps[furthest]
    if (last && progress.state !== 'completed') last.stopped += 1
  }
  return steps
}

function questionsOf({ lesson, attempts }: TriedLesson): QuestionInsight[] {
  const questions = lesson.quiz?.questions ?? []
  return questions.map(({ id, text }) => {
    const answers = attempts.flatMap((attempt) =>
      attempt.answers.filter(({ questionId }) => questionId === id),
    )
    const right = answers.filter(({ isRight }) => isRight).length
    return { lessonId: lesson.contentId, id, text, answered: answers.length, right }
  })
}
