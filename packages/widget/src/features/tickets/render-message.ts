import type { Message, Ticket } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { clock, timeLocale } from '../../foundation/when.js'
import { checkIcon } from '../../ui/page-icons.js'
import { hueOf, initials } from './face.js'
import type { Outgoing } from './reply-controller.js'
import { personIcon } from './ticket-icons.js'

/** One stop of the trail: everybody stands on the same side, own words are tinted. */
export function renderMessage(message: Message, panel: PanelContext) {
  const { translator, baseUrl } = panel
  const { author, body, createdAt } = message
  const time = html`<time datetime=${createdAt}>${clock(createdAt, timeLocale(panel))}</time>`
  const text = html`<waypost-rich-text
    .content=${body}
    .translator=${translator}
    .baseUrl=${baseUrl}
  ></waypost-rich-text>`
  if (author.kind === 'system') {
    return html`<li>
      <span class="node"><span class="pip"></span></span>
      <div class="event">${text}${time}</div>
    </li>`
  }
  const mine = author.kind === 'requester'
  return html`<li class="msg ${mine ? 'mine' : ''}">
    ${renderFace(author.name)}
    <div class="who"><strong>${authorName(message, panel)}</strong>${time}</div>
    <div class="said">${text}</div>
  </li>`
}

/** Who says it, as the requester knows them. */
export function authorName(
  { author }: Pick<Message, 'author'>,
  { translator: { t }, settings }: PanelContext,
): string {
  if (author.kind === 'requester') return t('ticket.you')
  const site = settings?.site.name
  if (!author.name) return site ?? t('ticket.team')
  return site ? t('ticket.agent', { name: author.name, site }) : author.name
}

export interface OutgoingActions {
  again: (key: string) => void
  remove: (key: string) => void
}

/** A reply on its way, or one that could not go out yet. */
export function renderOutgoing(
  { key, message, state }: Outgoing,
  { requester }: Pick<Ticket, 'requester'>,
  { translator: { t } }: PanelContext,
  { again, remove }: OutgoingActions,
) {
  const isUnsent = state === 'unsent'
  return html`<li class="msg mine ${isUnsent ? 'unsent' : 'sending'}">
    ${renderFace(requester.name)}
    <div class="who">
      <strong>${t('ticket.you')}</strong>
      <span class="state ${isUnsent ? 'bad' : ''}"
        >${t(isUnsent ? 'ticket.unsent' : 'ticket.sending')}</span
      >
    </div>
    <div class="said plain" dir="auto">${message}</div>
    ${
      isUnsent
        ? html`<p class="retry">
            <button class="link" type="button" @click=${() => again(key)}>
              ${t('ticket.again')}
            </button>
            <button class="link" type="button" @click=${() => remove(key)}>
              ${t('ticket.remove')}
            </button>
          </p>`
        : nothing
    }
  </li>`
}

/** The end of the trail, for now. */
export function renderSolved(solvedAt: string, panel: PanelContext) {
  const { t } = panel.translator
  return html`<li>
    <span class="node"><span class="stop good">${checkIcon}</span></span>
    <p class="event">${t('ticket.solved', { time: clock(solvedAt, timeLocale(panel)) })}</p>
  </li>`
}

export function renderEvent(text: string) {
  return html`<li>
    <span class="node"><span class="pip"></span></span>
    <p class="event">${text}</p>
  </li>`
}

function renderFace(name: string | null) {
  const who = name?.trim()
  return html`<span class="node" aria-hidden="true"
    ><span class="face ${who ? hueOf(who) : ''}">${who ? initials(who) : personIcon}</span></span
  >`
}
