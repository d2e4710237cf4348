import {
  askedFields,
  type FieldAnswer,
  type FieldAnswers,
  type Form,
  type FormField,
  numberIn,
  type TicketKind,
} from '@waypost/sdk/contract'

/** What stands in the site's own fields, exactly as it was typed: every value by the field's id. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** What was typed, and the locale of the page, which says what the signs in a number mean. */
export interface Written {
  readonly typed: Typed
  readonly locale: string
}

/** What a control of the site's own is called, and its place in the page after a `_`. */
export const nameOf = ({ id }: Pick<FormField, 'id'>): string => `fields.${id}`

/** Forms send line breaks as two characters, which nobody typed. */
export function typedIn(sent: URLSearchParams, { fields }: Form): Typed {
  const typed = fields.map((field): [string, string[]] => [
    field.id,
    sent.getAll(nameOf(field)).map((value) => value.replace(/\r\n?/g, '\n')),
  ])
  return Object.fromEntries(typed.filter(([, values]) => values.length > 0))
}

/** What was typed, as the answers that it stands for. */
export function answersOf({ fields }: Form, { typed, locale }: Written): FieldAnswers {
  const answers: Record<string, FieldAnswer> = {}
  for (const field of fields) {
    const answer = answerOf(field, typed[field.id] ?? [], locale)
    if (answer !== undefined) answers[field.id] = answer
  }
  return answers
}

/** The answers that go out: none to what is not asked. */
export function answersAsked(form: Form, written: Written & { kind: TicketKind }): FieldAnswers {
  const answers = answersOf(form, written)
  const asked = askedFields(form.fields, written.kind, answers).flatMap(({ id }) => {
    const answer = answers[id]
    return answer === undefined ? [] : [[id, answer] as const]
  })
  return Object.fromEntries(asked)
}

function answerOf(
  { type }: FormField,
  values: readonly string[],
  locale: string,
): FieldAnswer | undefined {
  const given = values.map((value) => value.trim()).filter((value) => value !== '')
  const [first] = given
  if (first === undefined) return undefined
  if (type === 'checkbox') return true
  if (type === 'choices' || type === 'file') return given
  return type === 'number' ? numberIn(first, locale) : first
}
