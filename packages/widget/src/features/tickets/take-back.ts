import type { QueuedTicket } from './form-queue.js'
import type { FormWords } from './form-words.js'
import type { KeptForm } from './kept-form.js'
import type { TicketSending } from './send-form.js'

/** More than this nobody edits between tries that came to nothing; what is older is forgotten. */
const MOST_TRIES = 5

/**
 * The words of a question that stood in the outbox, with what keeps them from arriving twice. Others that stand in
 * the form meanwhile stand beside them.
 */
export function takeBack(
  { key, by, body, tried = [], tries, draft }: QueuedTicket,
  form: Pick<KeptForm, 'words' | 'other' | 'kept' | 'unsent'>,
): { words: Partial<FormWords>; unsent: TicketSending | undefined } {
  const { subject, message } = body
  const words = (draft as FormWords | undefined) ?? { subject, message }
  const { words: here, unsent } = form
  const isOther = here.message !== words.message || here.subject !== words.subject
  if (isOther && form.kept) form.other = { words: here, from: 'other', unsent }
  return {
    words,
    unsent:
      tries > 0 || tried.length > 0
        ? { key, by, tried: [...tried, body].slice(-MOST_TRIES) }
        : undefined,
  }
}
