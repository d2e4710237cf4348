import type { Ticket } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { NavigateEvent } from '../../ui/view-events.js'
import type { ConversationController } from './conversation-controller.js'
import { renderComposer } from './render-composer.js'
import { authorName } from './render-message.js'
import type { ReplyController } from './reply-controller.js'
import type { ReplyFiles } from './reply-files.js'
import { downIcon } from './ticket-icons.js'
import type { UploadsChangedEvent } from './uploads/uploads-changed-event.js'

export interface FootActions {
  send: () => void
  settle: (how: 'solve' | 'reopen') => void
  toEnd: () => void
  /** Something has become of a file. */
  attached: (event: UploadsChangedEvent) => void
}

/** The next step of an open request: reply, or say that it is settled or is not. */
export function renderTicketFoot(
  ticket: Ticket,
  panel: PanelContext,
  conversation: ConversationController,
  reply: ReplyController,
  files: ReplyFiles,
  { send, settle, toEnd, attached }: FootActions,
) {
  const { t } = panel.translator
  const { missed, settling, settleFailed, accessToken } = conversation
  const isSolved = ticket.status === 'solved'
  // Whoever asked says whether it is settled, and no colleague.
  const canSettle = ticket.isOwn !== false
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
      isSolved && canSettle
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
      ...(canSettle && { solve: () => settle('solve') }),
      isSolved,
      isSettling: settling,
      pick: files.limits ? () => void files.pick() : undefined,
      reach: () => void files.want(),
      files: files.isWanted
        ? html`<waypost-uploads
            compact
            .panel=${panel}
            .limits=${files.limits}
            .ticketId=${ticket.id}
            .accessToken=${accessToken}
            .ids=${reply.files.map(({ id }) => id)}
            @waypost-uploads-changed=${attached}
          ></waypost-uploads>`
        : nothing,
    })}
  </div>`
}

/** A colleague's request, where the host lets others read alone. */
export function renderReadersFoot({ translator: { t } }: PanelContext) {
  return html`<div class="foot over">
    <p class="small second grow">${t('ticket.read-only')}</p>
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
