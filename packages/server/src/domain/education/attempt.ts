import type { Audience, QuizAnswer } from '@waypost/sdk/contract'
import { markAnswer } from '@waypost/sdk/education'
import type { StoredRecord } from '../../foundation/records.js'
import type { RequestOrigin } from '../request-origin.js'
import type { AnsweredQuestion, AnsweredQuiz } from './quiz.js'

/** What somebody answered to one question, and whether that was right then. */
export interface KeptAnswer {
  readonly questionId: string
  readonly given: QuizAnswer
  readonly isRight: boolean
}

/** One go at the quiz of a lesson. */
export interface KeptAttempt extends StoredRecord {
  readonly site: string
  readonly learnerId: string
  readonly lessonId: string
  readonly courseId: string
  /** Of the course. */
  readonly version: number
  readonly locale: string
  readonly audiences: readonly Audience[]
  /** Whether the learner saw the questions for the first time: only then they say how hard one is. */
  readonly isFirst: boolean
  /** In the order in which they came; one for each question. */
  readonly answers: readonly KeptAnswer[]
  readonly updatedAt: string
  readonly origins: readonly RequestOrigin[]
}

/** What became of an attempt at a quiz as it is now. */
export interface Outcome {
  readonly answered: readonly {
    question: AnsweredQuestion
    answer: KeptAnswer
    right: QuizAnswer
  }[]
  readonly right: number
  readonly of: number
  /** `null` until every question is answered. */
  readonly passed: boolean | null
}

/** The attempt with more answers; the first to each question counts. */
export function withAnswers(
  attempt: KeptAttempt,
  quiz: AnsweredQuiz,
  given: Readonly<Record<string, QuizAnswer>>,
): KeptAttempt {
  const known = new Set(attempt.answers.map(({ questionId }) => questionId))
  const more = quiz.questions.flatMap((question): KeptAnswer[] => {
    const answer = Object.hasOwn(given, question.id) ? given[question.id] : undefined
    if (answer === undefined || known.has(question.id)) return []
    const { isRight } = markAnswer(question, answer)
    return [{ questionId: question.id, given: answer, isRight }]
  })
  return more.length === 0 ? attempt : { ...attempt, answers: [...attempt.answers, ...more] }
}

/** Questions that are there no more count no more. */
export function outcomeOf({ answers }: KeptAttempt, quiz: AnsweredQuiz): Outcome {
  const answered = quiz.questions.flatMap((question) => {
    const answer = answers.find(({ questionId }) => questionId === question.id)
    return answer ? [{ question, answer, right: markAnswer(question, answer.given).right }] : []
  })
  const of = quiz.questions.length
  const right = answered.filter(({ answer }) => answer.isRight).length
  const passed = answered.length < of ? null : right >= needed(quiz)
  return { answered, right, of, passed }
}

/** Questions to be right in. Seven tenths of ten are seven, whatever binary fractions say. */
const needed = ({ passMark, questions }: AnsweredQuiz): number =>
  Math.ceil(passMark * questions.length - 1e-9)
