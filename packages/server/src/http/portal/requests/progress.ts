import type { Ticket } from '../../../domain/tickets/ticket.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { around } from '../around.js'
import { drawPromise } from '../draw-promise.js'
import { checkIcon } from '../icons.js'
import type { Visit } from '../page.js'
import { drawTime } from './draw-time.js'
import { readingOf } from './reading.js'

const PASSED = html`<span class="node"><span class="stop on">${checkIcon}</span></span>`
const DONE = html`<span class="node"><span class="stop good">${checkIcon}</span></span>`
const NOW = html`<span class="node"><span class="stop now"></span></span>`
const AHEAD = html`<span class="node"><span class="stop"></span></span>`

/** How far a request has come: behind in the accent, ahead in grey. */
export function drawProgress(visit: Visit, ticket: Ticket): SafeHtml {
  const { words } = visit
  const reading = readingOf(ticket)
  const isOver = reading === 'solved' || reading === 'closed'
  const now =
    reading === 'waiting'
      ? html`<p class="small second">${words.t('request.your-turn')}</p>`
      : html`<p class="small second">${drawPromise(visit)}</p>`
  return html`<section class="card pad"><h2 class="strong">${words.t('request.progress')}</h2>
<ol class="trail steps"><li class="walked">${PASSED}${drawSent(visit, ticket)}</li>
${
  isOver
    ? html`<li>${DONE}<p class="strong">${words.t(`requests.status.${reading}`)}</p>${ticket.solvedAt && html`<p class="small quiet">${drawTime(visit, ticket.solvedAt)}</p>`}</li>`
    : html`<li>${NOW}<p class="strong">${words.t(`requests.status.${reading}`)}</p>${now}</li>
<li>${AHEAD}<p class="second">${words.t('requests.status.solved')}</p></li>`
}</ol></section>`
}

/** What happens after somebody has asked. */
export function drawBeginning(visit: Visit, ticket: Ticket): SafeHtml {
  const { words } = visit
  const { email } = ticket.requester
  const where =
    email === null
      ? words.t('sent.here')
      : around((hole) => words.t('sent.here-email', { email: hole }), html`<bdi>${email}</bdi>`)
  return html`<ol class="trail steps">
<li class="walked">${PASSED}${drawSent(visit, ticket, html`<p class="small second" dir="auto">${ticket.subject}</p>`)}</li>
<li>${NOW}<p class="strong">${words.t('sent.read')}</p><p class="small second">${drawPromise(visit)}</p></li>
<li>${AHEAD}<p class="second">${words.t('sent.reply')}</p><p class="small quiet">${where}</p></li>
</ol>`
}

function drawSent(visit: Visit, { createdAt }: Ticket, below?: SafeHtml): SafeHtml {
  const time = drawTime(visit, createdAt)
  return html`<p class="strong">${around((hole) => visit.words.t('sent.at', { time: hole }), time)}</p>${below}`
}
