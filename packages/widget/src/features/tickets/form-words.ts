import type { TicketKind, TicketPrefill } from '@waypost/sdk/contract'

/** What a person writes in the form; all of it, as it stands in the boxes. */
export interface FormWords {
  kind: TicketKind | ''
  subject: string
  message: string
  name: string
  email: string
}

export const noWords: FormWords = { kind: '', subject: '', message: '', name: '', email: '' }

/** A kind alone is no work to lose. */
export const isBlank = ({ kind: _, ...written }: FormWords): boolean =>
  Object.values(written).every((text) => !text.trim())

/**
 * The words with those of the host where the person has written none; what was put in earlier and
 * stands untouched gives way.
 */
export function prefilled(
  words: FormWords,
  prefill: TicketPrefill = {},
  earlier: TicketPrefill = {},
): FormWords {
  const filled = { ...words }
  for (const name of Object.keys(noWords) as (keyof FormWords)[]) {
    const isFree = !words[name].trim() || words[name] === earlier[name]
    if (isFree && prefill[name] !== undefined) Object.assign(filled, { [name]: prefill[name] })
  }
  return filled
}
