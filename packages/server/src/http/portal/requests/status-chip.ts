import { type Ticket, unreadReplies } from '../../../domain/tickets/ticket.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { checkIcon } from '../icons.js'
import type { Visit } from '../page.js'
import { readingOf } from './reading.js'

/** What is new, or else whose turn it is, in a word. */
export function drawStatus({ words }: Visit, ticket: Ticket): SafeHtml {
  const reading = unreadReplies(ticket).length > 0 ? 'reply' : readingOf(ticket)
  return html`<span class="chip ${reading}">${reading === 'solved' && checkIcon}${words.t(`requests.status.${reading}`)}</span>`
}
