import {
  askedFields,
  checkAnswers,
  type FieldError,
  type FormField,
  type NewTicketInput,
  type TicketFields,
} from '@waypost/sdk/contract'

/** What a site asks of a ticket beside subject and message. */
export interface AskedForm {
  readonly fields: readonly FormField[]
  readonly wantsConsent: boolean
}

type Asked = NewTicketInput & { attachmentIds?: readonly string[] | undefined }

/** What is wrong with the answers, by the same rules as in the browser. */
export function answerFaults(form: AskedForm, input: Asked): FieldError[] {
  const { kind, fields = {}, attachmentIds = [] } = input
  const faults = checkAnswers(form.fields, kind, fields)
  for (const { id, type } of askedFields(form.fields, kind, fields)) {
    const answer = fields[id]
    if (type !== 'file' || !Array.isArray(answer)) continue
    // Whose the files are is looked at where they are named for the ticket; here no others count.
    if (!answer.every((file) => attachmentIds.includes(file))) faults[id] ??= 'not_an_option'
  }
  return [
    ...Object.entries(faults).map(([id, code]) => ({ path: `fields.${id}`, code })),
    ...(form.wantsConsent && !input.consent
      ? [{ path: 'consent', code: 'required' as const }]
      : []),
  ]
}

/** The answers that stay on the ticket: all, where the site asks nothing; else those it asks for. */
export function answersKept(form: AskedForm, { kind, fields = {} }: NewTicketInput): TicketFields {
  if (form.fields.length === 0) return fields
  const asked = askedFields(form.fields, kind, fields)
  return Object.fromEntries(
    asked.flatMap(({ id }): [string, TicketFields[string]][] => {
      const answer = fields[id]
      return answer === undefined ? [] : [[id, answer]]
    }),
  )
}
