import type { Ticket } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { ago, clock, timeLocale } from '../../foundation/when.js'
import { smallCheckIcon } from '../../ui/icons.js'
import { NavigateEvent } from '../../ui/view-events.js'
import { isDone, listReadingOf } from './ticket-status.js'

/** A request in a list: what it is about, whose turn it is, when something last happened. */
export function renderRequest(ticket: Ticket, panel: PanelContext) {
  const { t } = panel.translator
  const locale = timeLocale(panel)
  const { id: ticketId, reference, subject, updatedAt, unread, requester } = ticket
  const reading = listReadingOf(ticket)
  const open = (event: Event) =>
    event.currentTarget?.dispatchEvent(new NavigateEvent({ view: 'ticket', ticketId }))
  return html`<li data-id=${ticketId}>
    <button class="row" type="button" @click=${open}>
      <span class="two">
        <span class="line">
          <span class="cut grow subject ${isDone(ticket) && !unread ? 'mid' : 'strong'}" dir="auto"
            >${subject}</span
          >
          <time
            class="tiny quiet"
            datetime=${updatedAt}
            title=${t('requests.updated', { when: clock(updatedAt, locale) })}
            >${ago(updatedAt, locale)}</time
          >
          ${
            unread
              ? html`<span
                  class="unread"
                  role="img"
                  aria-label=${t('requests.unread', { n: unread })}
                ></span>`
              : nothing
          }
        </span>
        <span class="line">
          <span class="chip ${reading}"
            >${reading === 'solved' ? smallCheckIcon : nothing}${t(`requests.status.${reading}`)}</span
          >
          <bdi class="tiny quiet">${reference}</bdi>
          ${ticket.isOwn === false ? html`<bdi class="tiny quiet cut">${requester.name}</bdi>` : nothing}
        </span>
      </span>
    </button>
  </li>`
}
