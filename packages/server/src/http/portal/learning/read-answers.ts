import type { QuizAnswer } from '@waypost/sdk/contract'
import type { AnsweredQuestion, AnsweredQuiz } from '../../../domain/education/quiz.js'
import { fieldIn } from '../read-form.js'

export interface PostedAnswers {
  /** By question; those that were left out are not among them. */
  readonly given: Readonly<Record<string, QuizAnswer>>
  readonly missing: readonly string[]
}

/** Of a field of the form, or of one place in an order. */
export const answerField = (questionId: string, optionId?: string): string =>
  optionId === undefined ? `a.${questionId}` : `a.${questionId}.${optionId}`

/** What somebody has answered, as forms send it. */
export function readAnswers(form: URLSearchParams, { questions }: AnsweredQuiz): PostedAnswers {
  const read = questions.map((question) => [question.id, answerIn(form, question)] as const)
  const given = read.filter((one): one is [string, QuizAnswer] => one[1] !== undefined)
  const missing = read.filter(([, answer]) => answer === undefined).map(([id]) => id)
  return { given: Object.fromEntries(given), missing }
}

function answerIn(form: URLSearchParams, question: AnsweredQuestion): QuizAnswer | undefined {
  const typed = fieldIn(form, answerField(question.id)).trim().slice(0, 500)
  switch (question.kind) {
    case 'one':
      return typed || undefined
    case 'several': {
      const chosen = form.getAll(answerField(question.id)).slice(0, 50)
      return chosen.length > 0 ? chosen : undefined
    }
    case 'ordering': {
      const placeOf = (id: string) => Number(form.get(answerField(question.id, id)) ?? '')
      const places = question.options.map(({ id }) => ({ id, place: placeOf(id) }))
      if (places.some(({ place }) => !place)) return undefined
      return places.sort((a, b) => a.place - b.place).map(({ id }) => id)
    }
    case 'text':
      return typed || undefined
    case 'number': {
      // As people write them: "25 000", "0,5".
      const number = Number(typed.replace(/\s/g, '').replace(',', '.'))
      return typed === '' || !Number.isFinite(number) ? undefined : number
    }
  }
}
