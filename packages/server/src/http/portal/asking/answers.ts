import {
  askedFields,
  type FieldAnswer,
  type FieldAnswers,
  type Form,
  type FormField,
  type TicketKind,
} from '@waypost/sdk/contract'

/** What stands in the site's own fields, exactly as it was typed: every value by the field's id. */
export type Typed = Readonly<Record<string, readonly string[]>>

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
export function answersOf({ fields }: Form, typed: Typed): FieldAnswers {
  const answers: Record<string, FieldAnswer> = {}
  for (const field of fields) {
    const answer = answerOf(field, typed[field.id] ?? [])
    if (answer !== undefined) answers[field.id] = answer
  }
  return answers
}

/** The answers that go out: none to what is not asked. */
export function answersAsked(form: Form, kind: TicketKind, typed: Typed): FieldAnswers {
  const answers = answersOf(form, typed)
  const asked = askedFields(form.fields, kind, answers).flatMap(({ id }) => {
    const answer = answers[id]
    return answer === undefined ? [] : [[id, answer] as const]
  })
  return Object.fromEntries(asked)
}

function answerOf({ type }: FormField, values: readonly string[]): FieldAnswer | undefined {
  const given = values.map((value) => value.trim()).filter((value) => value !== '')
  const [first] = given
  if (first === undefined) return undefined
  if (type === 'checkbox') return true
  if (type === 'choices' || type === 'file') return given
  return type === 'number' ? numberIn(first) : first
}

/** A number as people write it: with a comma, with spaces between thousands. Else the text itself. */
function numberIn(text: string): number | string {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  return /^[+-]?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : text
}
