import type { RichText } from '@waypost/sdk/contract'
import type {
  AnsweredOption,
  AnsweredQuestion,
  AnsweredQuiz,
} from '../../../domain/education/quiz.js'
import { slugOf } from '../../../foundation/slug.js'
import { headingIdsOf } from '../check-references.js'
import type { Desk } from './desk.js'
import type { AuthoredQuestion, AuthoredQuiz } from './schemas/quiz-schema.js'
import { tellDuplicates } from './tell-duplicates.js'

/** A quiz as it is kept: options with ids, feedback as rich text. `body` is that of its lesson. */
export function readQuiz(
  { passMark, questions }: AuthoredQuiz,
  desk: Desk,
  body: RichText,
): AnsweredQuiz {
  tellDuplicates(['quiz', 'questions'], questions, desk)
  const headings = headingIdsOf(body)
  return { passMark, questions: questions.map(readQuestion) }

  function readQuestion(question: AuthoredQuestion, at: number): AnsweredQuestion {
    const path = ['quiz', 'questions', at]
    const { id, text, feedback, anchor = null } = question
    if (anchor !== null && !headings.includes(anchor)) {
      const message = `This lesson has no heading "#${anchor}"; it has ${headings.map((one) => `#${one}`).join(' ') || 'none'}.`
      desk.warn(message, [...path, 'anchor'])
    }
    const why = feedback === undefined ? null : desk.markdown(feedback, [...path, 'feedback'])
    const head = { id, text, feedback: why, anchor }
    switch (question.kind) {
      case 'one':
      case 'several':
        return { ...head, kind: question.kind, options: optionsOf(question, path) }
      case 'ordering': {
        const options = optionsOf(question, path)
        return { ...head, kind: 'ordering', options: options.map(({ right: _, ...one }) => one) }
      }
      case 'text':
        return { ...head, kind: 'text', accept: question.accept }
      case 'number': {
        const { answer, tolerance, unit = null } = question
        return { ...head, kind: 'number', answer, tolerance, unit }
      }
    }
  }

  function optionsOf(
    { options }: Extract<AuthoredQuestion, { options: unknown }>,
    path: readonly (string | number)[],
  ): readonly AnsweredOption[] {
    const read = options.map((option): AnsweredOption => {
      const said = typeof option === 'string' ? { text: option } : option
      // Not by number: that would tell the order of an ordering.
      const id = ('id' in said ? said.id : undefined) ?? (slugOf(said.text) || said.text)
      return { id, text: said.text, right: 'right' in said && said.right === true }
    })
    tellDuplicates([...path, 'options'], read, desk)
    return read
  }
}
