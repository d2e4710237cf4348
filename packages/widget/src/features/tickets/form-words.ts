import type { FieldAnswers, OrderCard, TicketKind, TicketPrefill } from '@waypost/sdk/contract'

/** What a person writes in the form; all of it, as it stands in the boxes. */
export interface FormWords {
  kind: TicketKind | ''
  subject: string
  message: string
  name: string
  email: string
  /** Of what the site asks besides, by the ids of its fields; a number is still text. */
  fields?: FieldAnswers
  order?: OrderCard | undefined
  attachmentIds?: readonly string[]
  consent?: boolean
  /** What is not to go along. */
  without?: readonly string[]
}

type Lines = 'kind' | 'subject' | 'message' | 'name' | 'email'

export const noWords: Readonly<Record<Lines, ''>> = {
  kind: '',
  subject: '',
  message: '',
  name: '',
  email: '',
}

/** A kind alone is no work to lose, and neither is a tick. */
export const isBlank = ({ kind, consent, without, fields, ...written }: FormWords): boolean =>
  Object.values({ ...fields, ...written }).every((answer) => !`${answer ?? ''}`.trim())

/**
 * The words with those of the host where the person has written none; what was put in earlier and
 * stands untouched gives way, and so does all that only the host may say.
 */
export function prefilled(
  words: FormWords,
  prefill: TicketPrefill = {},
  earlier: TicketPrefill = {},
): FormWords {
  const filled = { ...words }
  for (const name of Object.keys(noWords) as Lines[]) {
    const isFree =
      !words[name].trim() || words[name] === earlier[name] || prefill.readonly?.includes(name)
    if (isFree && prefill[name] !== undefined) Object.assign(filled, { [name]: prefill[name] })
  }
  return filled
}
