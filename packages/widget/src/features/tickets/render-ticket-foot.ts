import type { Ticket } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { NavigateEvent } from '../../ui/view-events.js'
import type { ConversationController } from './conversation-controller.js'
import { renderComposer } from './render-composer.js'
import { authorName } from './render-message.js'
import type { ReplyController } from './reply-controller.js'
import { downIcon } from './ticket-icons.js'

export interface FootActions {
  send: () => void
  settle: (how: 'solve' | 'reopen') => void
  toEnd: () => void
}

/** The next step of an open request: reply, or say that it is settled or is not. */
export function renderTicketFoot(
  ticket: Ticket,
  panel: PanelContext,
  conversation: ConversationController,
  reply: ReplyController,
  { send, settle, toEnd }: FootActions,
) {
  const { t } = panel.translator
  const { missed, settling, settleFailed } = conversation
  const isSolved = ticket.status === 'solved'
  return html`<div class="foot write">
    ${
      missed
        ? html`<button class="btn small missed" type="button" @click=${toEnd}>
            ${downIcon}${t('ticket.new-from', {
              name: missed.author.name ?? authorName(missed, panel),
            })}
          </button>`
        : nothing
    }
    ${settleFailed ? html`<p class="why small" role="alert">${t('ticket.failed')}</p>` : nothing}
    ${
      isSolved
        ? html`<div class="line">
            <span class="small second grow">${t('ticket.not-solved')}</span>
            <button
              class="btn small reopen"
              type="button"
              aria-busy=${settling ? 'true' : nothing}
              @click=${() => settle('reopen')}
            >
              ${t('ticket.reopen')}
            </button>
          </div>`
        : nothing
    }
    ${renderComposer(reply, panel.translator, {
      send,
      solve: () => settle('solve'),
      isSolved,
      isSettling: settling,
    })}
  </div>`
}

/** What is closed takes no replies: the words go along into a new request. */
export function renderClosedFoot(
  { subject, kind }: Ticket,
  { translator: { t } }: PanelContext,
  { words }: ReplyController,
) {
  const ask = (event: Event) => {
    const prefill = { subject, kind, ...(words && { message: words }) }
    event.currentTarget?.dispatchEvent(new NavigateEvent({ view: 'form', prefill }))
  }
  return html`<div class="foot over">
    <p class="small second grow">
      <strong>${t('ticket.closed')}</strong> ${t('ticket.closed.hint')}
    </p>
    <button class="btn main" type="button" @click=${ask}>${t('ticket.ask-again')}</button>
  </div>`
}
