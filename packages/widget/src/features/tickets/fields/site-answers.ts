import {
  askedFields,
  type FieldAnswer,
  type FieldAnswers,
  type FormField,
  numberIn,
  type TicketFields,
  type TicketKind,
  type TicketPrefill,
} from '@waypost/sdk/contract'

/** What stands in the form, in the reader's locale, with what only the host may say, as the contract takes it. */
export function answersOf(
  fields: readonly FormField[],
  written: FieldAnswers | undefined,
  given: TicketPrefill,
  locale: string,
): FieldAnswers {
  const answers: Record<string, FieldAnswer> = { ...written, ...locked(given), ...given.hidden }
  for (const { id, type } of fields) {
    const text = answers[id]
    if (type === 'number' && typeof text === 'string') answers[id] = numberIn(text, locale)
  }
  return answers
}

const locked = ({ fields = {}, readonly = [] }: TicketPrefill): FieldAnswers =>
  Object.fromEntries(Object.entries(fields).filter(([id]) => readonly.includes(id)))

export const isEmpty = (answer: FieldAnswer | undefined): boolean =>
  answer === false || `${answer ?? ''}`.trim() === ''

/** The answers with those of the host where the person has given none, or the host's from before. */
export function prefilledFields(
  written: FieldAnswers = {},
  given: FieldAnswers = {},
  earlier: FieldAnswers = {},
): FieldAnswers {
  const filled = { ...written }
  for (const [id, answer] of Object.entries(given)) {
    const now = written[id]
    if (isEmpty(now) || `${now}` === `${earlier[id] ?? ''}`) filled[id] = answer
  }
  return filled
}

/**
 * What goes out: answers to what is asked, and what the host says besides. A site that asks nothing
 * keeps all that the host says.
 */
export function fieldsToSend(
  fields: readonly FormField[],
  kind: TicketKind,
  answers: FieldAnswers,
  { hidden = {}, fields: given = {} }: TicketPrefill = {},
): TicketFields | undefined {
  const known = fields.map(({ id }) => id)
  const asked = askedFields(fields, kind, answers).map(({ id }) => [id, answers[id]] as const)
  const besides = Object.entries({ ...given, ...hidden }).filter(([id]) => !known.includes(id))
  const sent = [...besides, ...asked]
    .filter(([, answer]) => !isEmpty(answer))
    .map(([id, answer]) => [id, typeof answer === 'string' ? answer.trim() : answer])
  return sent.length > 0 ? (Object.fromEntries(sent) as TicketFields) : undefined
}
