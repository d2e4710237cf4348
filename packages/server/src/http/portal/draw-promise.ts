import { expectedReply, isPresent, presenceFrom } from '@waypost/sdk/contract'
import { html, type SafeHtml } from '../../foundation/html.js'
import { around } from './around.js'
import { replyTime } from './ask-card.js'
import type { Visit } from './page.js'

/** Until when the team is there, or when it will be again; then by when it replies. */
export function drawPromise(visit: Visit): SafeHtml {
  const { site, words, now } = visit
  const { hours, replyHours } = site
  if (!hours) return html`${replyTime(visit)}`
  const isOpen = isPresent(hours, now)
  const [next] = presenceFrom(hours, now)
  const reply = expectedReply(hours, replyHours, now)
  const said = [
    next &&
      around(
        (hole) => words.t(`ask.hours.${isOpen ? 'open' : 'closed'}`, { time: hole }),
        drawSoon(visit, hours.timeZone, new Date(next[isOpen ? 1 : 0])),
      ),
    reply &&
      around(
        (hole) => words.t('ask.hours.reply', { time: hole }),
        drawSoon(visit, hours.timeZone, reply),
      ),
  ].filter(Boolean)
  if (said.length === 0) return html`${words.t('site.person')}`
  return html`<span>${said.map((one) => html`${one} `)}</span>`
}

/** Whether nobody of the team is there at this moment. */
export const isShut = ({ site: { hours }, now }: Visit): boolean =>
  hours !== null && !isPresent(hours, now)

/** In the team's zone, as it says; where scripts run, in the zone of who reads it. */
const drawSoon = ({ words, now }: Visit, timeZone: string, at: Date): SafeHtml =>
  html`<time datetime="${at.toISOString()}" data-clock="soon">${words.soon(at, now, timeZone)}</time>`
