import type { Quiz, RichText } from '@waypost/sdk/contract'

/** A question with what is right, as its author wrote it and readers never get it. */
export type AnsweredQuestion = {
  readonly id: string
  readonly text: string
  /** Why, said with every answer. */
  readonly feedback: RichText | null
  /** The heading of the lesson under which that is said. */
  readonly anchor: string | null
} & (
  | { readonly kind: 'one' | 'several'; readonly options: readonly AnsweredOption[] }
  /** In the order that is right. */
  | { readonly kind: 'ordering'; readonly options: readonly Omit<AnsweredOption, 'right'>[] }
  /** Any of these will do; the first is shown as the right one. */
  | { readonly kind: 'text'; readonly accept: readonly string[] }
  | {
      readonly kind: 'number'
      readonly answer: number
      /** How far off it may be. */
      readonly tolerance: number
      readonly unit: string | null
    }
)

export interface AnsweredOption {
  readonly id: string
  readonly text: string
  readonly right: boolean
}

export interface AnsweredQuiz {
  readonly passMark: number
  readonly questions: readonly AnsweredQuestion[]
}

/** The quiz as a reader gets it: nothing in it tells what is right, not even an order. */
export function asked({ passMark, questions }: AnsweredQuiz): Quiz {
  return { passMark, questions: questions.map(askedQuestion) }
}

function askedQuestion(question: AnsweredQuestion): Quiz['questions'][number] {
  const { id, text } = question
  switch (question.kind) {
    case 'one':
    case 'several': {
      const options = question.options.map((option) => ({ id: option.id, text: option.text }))
      return { id, kind: question.kind, text, options }
    }
    case 'ordering':
      return { id, kind: 'ordering', text, options: mixed(question.options) }
    case 'text':
      return { id, kind: 'text', text }
    case 'number':
      return { id, kind: 'number', text, unit: question.unit }
  }
}

/** By their words, the same for everybody; turned by one where that would be the right order. */
function mixed(options: readonly Omit<AnsweredOption, 'right'>[]) {
  const sorted = options
    .map(({ id, text }) => ({ id, text }))
    .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
  const isRight = sorted.every(({ id }, at) => id === options[at]?.id)
  const [first, ...rest] = sorted
  return isRight && first ? [...rest, first] : sorted
}
