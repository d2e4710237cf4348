import type { QueuedTicket } from './form-queue.js'
import type { FormWords } from './form-words.js'
import type { TicketSending } from './send-form.js'

/** More than this nobody edits between tries that came to nothing; what is older is forgotten. */
const MOST_TRIES = 5

/** The words of a question that stood in the outbox, with what keeps them from arriving twice. */
export function takeBack({ key, by, body, tried = [], tries, draft }: QueuedTicket): {
  words: Partial<FormWords>
  unsent: TicketSending | undefined
} {
  const { subject, message } = body
  return {
    words: (draft as FormWords | undefined) ?? { subject, message },
    unsent: tries > 0 ? { key, by, tried: [...tried, body].slice(-MOST_TRIES) } : undefined,
  }
}
