import { unreadReplies } from '../../../domain/tickets/ticket.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'
import type { FoundRequest } from './find-request.js'
import { isDone, readingOf } from './reading.js'
import { drawStatus } from './status-chip.js'

/** The one with news, or that waits for its reader; or else the last one changed of what is under way. */
export function openAmong(latest: readonly FoundRequest[]): FoundRequest | undefined {
  return (
    latest.find(({ ticket }) => unreadReplies(ticket).length > 0) ??
    latest.find(({ ticket }) => readingOf(ticket) === 'waiting') ??
    latest.find(({ ticket }) => !isDone(ticket))
  )
}

/** What somebody who comes back has most likely come for. */
export function drawOpenRequest(visit: Visit, { ticket, token }: FoundRequest): SafeHtml {
  const { words, paths, locale } = visit
  return html`<a class="card yours" href="${paths.request(locale.tag, token)}"><span class="small second">${words.t('requests.title')}</span>
<span class="strong" dir="auto">${ticket.subject}</span>
<span class="line small">${drawStatus(visit, ticket)}<bdi class="quiet">${ticket.reference}</bdi></span></a>`
}
