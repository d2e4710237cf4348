import type { AnswerResult, Attempt, Progress } from '@waypost/sdk/contract'
import type { AnsweredAttempt } from '../../domain/education/attempts.js'
import type { KeptProgress } from '../../domain/education/kept-progress.js'

export function presentProgress({ progress }: Pick<KeptProgress, 'progress'>): Progress {
  const { contentId, kind, version, state, steps, score } = progress
  const { startedAt, completedAt, shownAt, shown, updatedAt } = progress
  return {
    ...{ contentId, kind, version, state },
    steps: steps.map(({ id, state, at }) => ({ id, state, at })),
    ...{ startedAt, completedAt, shownAt, shown },
    score: score && { right: score.right, of: score.of },
    updatedAt,
  }
}

/** Says what is right of what was answered, and of nothing else. */
export function presentAttempt({ attempt, outcome }: AnsweredAttempt): Attempt {
  const { answered, right, of, passed } = outcome
  return {
    id: attempt.id,
    lessonId: attempt.lessonId,
    results: answered.map(({ question, answer, right }): AnswerResult => {
      const { id: questionId, feedback, anchor } = question
      const { isRight, given } = answer
      return { questionId, isRight, given, right, feedback, anchor }
    }),
    ...{ right, of, passed },
  }
}
