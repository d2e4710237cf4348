import type { QuizAnswer } from '../contract/quiz.js'

/** A question with what is right, as its author has it and no reader. */
export type MarkedQuestion =
  | {
      readonly kind: 'one' | 'several'
      readonly options: readonly { readonly id: string; readonly right: boolean }[]
    }
  /** In the order that is right. */
  | { readonly kind: 'ordering'; readonly options: readonly { readonly id: string }[] }
  /** Any of these will do; the first is shown as the right one. */
  | { readonly kind: 'text'; readonly accept: readonly string[] }
  /** `tolerance` is how far off it may be. */
  | { readonly kind: 'number'; readonly answer: number; readonly tolerance: number }

/** Whether an answer is right, and what is. What does not fit the kind of the question is wrong. */
export function markAnswer(
  question: MarkedQuestion,
  given: QuizAnswer,
): { isRight: boolean; right: QuizAnswer } {
  switch (question.kind) {
    case 'one': {
      const right = rightOf(question.options)
      return { isRight: right.some((id) => id === given), right: right[0] ?? '' }
    }
    case 'several': {
      const right = rightOf(question.options)
      if (!Array.isArray(given)) return { isRight: false, right }
      const chosen = new Set(given)
      return { isRight: chosen.size === right.length && right.every((id) => chosen.has(id)), right }
    }
    case 'ordering': {
      const right = question.options.map(({ id }) => id)
      const isRight =
        Array.isArray(given) &&
        given.length === right.length &&
        right.every((id, at) => id === given[at])
      return { isRight, right }
    }
    case 'text': {
      const { accept } = question
      const isRight =
        typeof given === 'string' && accept.some((text) => folded(text) === folded(given))
      return { isRight, right: accept[0] ?? '' }
    }
    case 'number':
      return {
        isRight: numbersIn(given).some((number) => isNear(question, number)),
        right: question.answer,
      }
  }
}

const rightOf = (options: readonly { id: string; right: boolean }[]): string[] =>
  options.filter(({ right }) => right).map(({ id }) => id)

/** Case, space and the signs around a text are no matter; letters are, with their marks. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
    .replace(/\s+/g, ' ')
}

/** As people write it, `12,5` and `12 500` too; both ways where a sign may part thousands or a fraction. */
function numbersIn(given: QuizAnswer): number[] {
  if (typeof given !== 'string') return typeof given === 'number' ? [given] : []
  const bare = given.replace(/[\s'’]/g, '').replace('−', '-')
  const turned = bare.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))
  return [bare, turned]
    .filter((way) => /^[-+]?(?=\.?\d)([1-9]\d{0,2}(,\d{3})+|\d*)(\.\d*)?$/.test(way))
    .map((way) => Number(way.replaceAll(',', '')))
}

/** What binary fractions make of a sum is nobody's mistake. */
function isNear({ answer, tolerance }: { answer: number; tolerance: number }, given: number) {
  const slack = 4 * Number.EPSILON * Math.max(1, Math.abs(answer), Math.abs(given))
  return Math.abs(answer - given) <= tolerance + slack
}
