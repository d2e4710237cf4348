import type { Ticket } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { replyTime } from '../../foundation/reply-time.js'
import { clock, timeLocale } from '../../foundation/when.js'
import { contours } from '../../ui/contours.js'
import { contoursStyles } from '../../ui/contours.styles.js'
import { checkIcon } from '../../ui/icons.js'
import { trail } from '../../ui/trail.styles.js'
import { NavigateEvent } from '../../ui/view-events.js'
import { renderNotices } from './render-notices.js'
import { sent } from './sent.styles.js'

export const sentStyles = [contoursStyles, trail, sent]

/** The one festive moment: a reference, an honest time, where the reply comes. */
export function renderSent(ticket: Ticket, panel: PanelContext, reply = '') {
  const { translator, settings } = panel
  const { t, parts } = translator
  const { id: ticketId, reference, createdAt, requester, subject } = ticket
  const promise = reply || replyTime(settings, translator)
  const go = (to: NavigateEvent['destination']) => (event: Event) =>
    event.currentTarget?.dispatchEvent(new NavigateEvent(to, { replace: true }))
  return html`<div class="body flush">
      <div class="arrived">
        ${contours}
        <h2 tabindex="-1">${t('form.sent')}</h2>
        <p class="second">
          ${parts('form.sent.reference', { ref: html`<strong><bdi>${reference}</bdi></strong>` })}
        </p>
      </div>
      <ol class="trail">
        <li class="walked">
          <span class="node"><span class="stop on">${checkIcon}</span></span>
          <p class="strong">${t('form.sent.at', { time: clock(createdAt, timeLocale(panel)) })}</p>
          <p class="small second" dir="auto">${subject}</p>
        </li>
        <li>
          <span class="node"><span class="stop now"></span></span>
          <p class="strong">${t('form.sent.read')}</p>
          ${promise ? html`<p class="small second">${promise}</p>` : nothing}
        </li>
        <li>
          <span class="node"><span class="stop"></span></span>
          <p class="ahead">${t('form.sent.reply')}</p>
          <p class="small quiet">
            ${
              requester.email
                ? parts('form.sent.here-email', { email: html`<bdi>${requester.email}</bdi>` })
                : t('form.sent.here')
            }
          </p>
          ${renderNotices(panel, ticketId)}
        </li>
      </ol>
    </div>
    <div class="foot ends">
      ${
        panel.canRead === false
          ? html`<span></span>`
          : html`<button class="btn bare" type="button" @click=${go({ view: 'home' })}>
              ${t('form.sent.home')}
            </button>`
      }
      <button class="btn main" type="button" @click=${go({ view: 'ticket', ticketId })}>
        ${t('form.sent.request')}
      </button>
    </div>`
}
