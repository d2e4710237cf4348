import type { Form } from '@waypost/sdk/contract'
import { answersAsked } from './answers.js'
import type { AskWords } from './ask-words.js'

/** Every upload that goes along: beside the fields, and in those that are asked. */
export function uploadsIn(form: Form, words: AskWords): string[] {
  const answers = answersAsked(form, words)
  const inFields = form.fields
    .filter(({ type }) => type === 'file')
    .flatMap(({ id }) => answers[id])
  const ids = inFields.filter((id) => typeof id === 'string')
  return [...new Set([...words.files, ...ids])]
}
