import type { Ticket } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { ago, clock, timeLocale } from '../../foundation/when.js'
import { NavigateEvent } from '../../ui/view-events.js'
import { smallCheckIcon } from './ticket-icons.js'
import { isDone, readingOf, statusText } from './ticket-status.js'

/** A request in a list: what it is about, whose turn it is, when something last happened. */
export function renderRequest(ticket: Ticket, panel: PanelContext) {
  const { translator } = panel
  const locale = timeLocale(panel)
  const { id: ticketId, reference, subject, updatedAt } = ticket
  const { t } = translator
  const reading = readingOf(ticket)
  const when = ago(updatedAt, locale)
  const open = (event: Event) =>
    event.currentTarget?.dispatchEvent(new NavigateEvent({ view: 'ticket', ticketId }))
  return html`<li data-id=${ticketId}>
    <button class="row request" type="button" @click=${open}>
      <span class="two">
        <span class="line">
          <span class="cut grow subject ${isDone(ticket) ? 'mid' : 'strong'}" dir="auto"
            >${subject}</span
          >
          <time
            class="tiny quiet"
            datetime=${updatedAt}
            title=${t('requests.updated', { when: clock(updatedAt, locale) })}
            >${when}</time
          >
        </span>
        <span class="line">
          <span class="chip ${reading}"
            >${reading === 'solved' ? smallCheckIcon : nothing}${statusText(ticket, translator)}</span
          >
          <span class="tiny quiet"><bdi>${reference}</bdi></span>
        </span>
      </span>
    </button>
  </li>`
}
