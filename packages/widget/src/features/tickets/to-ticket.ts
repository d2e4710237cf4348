import type { NewTicket } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { FormWords } from './form-words.js'
import { ticketContext } from './ticket-context.js'

/** The ticket to send. A name and an address go along only where they were asked for. */
export function toTicket(
  words: FormWords,
  asksContact: boolean,
  panel: Pick<PanelContext, 'context' | 'locale' | 'keep'>,
): NewTicket {
  const [name, email] = [words.name.trim(), words.email.trim()]
  return {
    subject: words.subject.trim(),
    message: words.message.trim(),
    ...(words.kind && { kind: words.kind }),
    ...(asksContact && name && { name }),
    ...(asksContact && email && { email }),
    context: ticketContext(panel, words.without),
  }
}
