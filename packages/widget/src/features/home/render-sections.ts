import type { Ticket } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { Suggested } from '../../foundation/list-suggested.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { replyTime } from '../../foundation/reply-time.js'
import { nextIcon, penIcon } from '../../ui/icons.js'
import { renderArticles } from '../../ui/render-articles.js'
import { NavigateEvent } from '../../ui/view-events.js'

type Go = (event: NavigateEvent) => void

export function renderSuggested({ forPage, items }: Suggested, panel: PanelContext) {
  const title = panel.translator.t(forPage ? 'home.page' : 'home.browse')
  return renderArticles('suggested', title, items, panel)
}

/** A customer reads whose turn it is; what is done is not shown here. */
const statusWord = ({ status, unread }: Ticket) =>
  unread
    ? 'requests.status.reply'
    : status === 'pending'
      ? 'requests.status.waiting'
      : 'requests.status.with-us'

export function renderTickets(
  tickets: readonly Ticket[],
  { translator: { t } }: PanelContext,
  go: Go,
) {
  if (tickets.length === 0) return nothing
  return html`<section class="sec">
    <header>
      <h2 id="tickets">${t('requests.title')}</h2>
      <button class="more" type="button" @click=${() => go(new NavigateEvent({ view: 'requests' }))}>
        ${t('home.all')}
      </button>
    </header>
    <ul class="rows card" aria-labelledby="tickets">
      ${tickets.map(
        (ticket) => html`<li>
          <button
            class="row"
            type="button"
            @click=${() => go(new NavigateEvent({ view: 'ticket', ticketId: ticket.id }))}
          >
            <span class="two">
              <span class="strong cut" dir="auto">${ticket.subject}</span>
              <span class="facts">
                <span class="chip ${ticket.unread ? 'reply' : ticket.status}"
                  >${t(statusWord(ticket))}</span
                >
                <bdi class="tiny quiet">${ticket.reference}</bdi>
              </span>
            </span>
            ${nextIcon}
          </button>
        </li>`,
      )}
    </ul>
  </section>`
}

/** A person is never further than one tap. */
export function renderAsk({ translator, settings, asksFirst }: PanelContext, go: Go) {
  const { t } = translator
  return html`<section class="sec">
    <button
      class="row card ask ${asksFirst ? 'first' : ''}"
      type="button"
      @click=${() => go(new NavigateEvent({ view: 'form' }))}
    >
      ${penIcon}
      <span class="two">
        <span class="strong">${t('home.team')}</span>
        <span class="small second">${replyTime(settings, translator) || t('home.person')}</span>
      </span>
      ${nextIcon}
    </button>
  </section>`
}

/** Where sections will stand, in the shape of sections. */
export function renderBones() {
  const row = (look: string) => html`<li><span class="row"><i class="bone ${look}"></i></span></li>`
  return html`<section class="sec waiting" aria-hidden="true">
    <i class="bone d"></i>
    <ul class="rows card">
      ${row('b')}${row('a')}${row('c')}
    </ul>
  </section>`
}
