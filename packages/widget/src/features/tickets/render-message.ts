import type { Message, Ticket } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { clock, timeLocale } from '../../foundation/when.js'
import { checkIcon } from '../../ui/icons.js'
import { hueOf, initials } from './face.js'
import { isMine } from './is-mine.js'
import type { Outgoing } from './outgoing-controller.js'
import type { ReplyController } from './reply-controller.js'
import { sayUnsent } from './say-unsent.js'
import { personIcon } from './ticket-icons.js'

/** What opens the ticket. */
export interface TicketAccess {
  ticketId: string
  accessToken?: string | undefined
}

/** One stop of the trail: everybody stands on the same side, own words are tinted. */
export function renderMessage(message: Message, panel: PanelContext, access: TicketAccess) {
  const { translator, baseUrl } = panel
  const { author, body, attachments, contents, createdAt } = message
  const time = html`<time datetime=${createdAt}>${clock(createdAt, timeLocale(panel))}</time>`
  const text = html`<waypost-rich-text
    .content=${body}
    .translator=${translator}
    .baseUrl=${baseUrl}
  ></waypost-rich-text>`
  if (author.kind === 'system') return renderEvent(html`${text}${time}`)
  const files = attachments?.length
    ? html`<waypost-attachments
        .panel=${panel}
        .files=${attachments}
        .ticketId=${access.ticketId}
        .accessToken=${access.accessToken}
      ></waypost-attachments>`
    : nothing
  const cards = contents
    ? html`<waypost-carried .panel=${panel} .contents=${contents}></waypost-carried>`
    : nothing
  return html`<li class=${isMine(message) ? 'mine' : nothing}>
    ${renderHead(author.name, authorName(message, panel), time)}
    <div class="said">${text}${files}${cards}</div>
  </li>`
}

/** Who says it, as the requester knows them. */
export function authorName(
  message: Pick<Message, 'author' | 'isOwn'>,
  { translator: { t }, settings }: PanelContext,
): string {
  const { author } = message
  if (isMine(message)) return t('ticket.you')
  if (author.kind === 'requester') return author.name ?? t('ticket.colleague')
  const site = settings?.site.name
  if (!author.name) return site ?? t('ticket.team')
  return site ? t('ticket.agent', { name: author.name, site }) : author.name
}

/** Somebody of the team is writing. */
export function renderWriting(writer: string, panel: PanelContext) {
  const name = writer || authorName({ author: { kind: 'agent', name: null } }, panel)
  return html`<li>
    ${renderFace(writer)}
    <waypost-writing .name=${name} .translator=${panel.translator}></waypost-writing>
  </li>`
}

/** Stands before what nobody here has read. */
export function renderNew({ translator: { t } }: PanelContext) {
  return html`<li class="since"><span>${t('ticket.new')}</span></li>`
}

/** A reply on its way, or one that could not go out yet. */
export function renderOutgoing(
  one: Outgoing,
  { requester }: Pick<Ticket, 'requester'>,
  reply: ReplyController,
  { translator }: PanelContext,
  /** The button that was pressed goes with it. */
  toReply: () => void,
) {
  const { key, message, files = [], state } = one
  const { t } = translator
  if (state === 'gone') return nothing
  const isUnsent = state !== 'sending'
  const word = html`<span class="state ${isUnsent ? 'bad' : ''}">${t(`unsent.${state}`)}</span>`
  return html`<li class="mine ${isUnsent ? 'unsent' : 'sending'}">
    ${renderHead(requester.name, t('ticket.you'), word)}
    <div class="said plain" dir="auto">${message}${files.map(
      ({ name }) => html`<span class="along small"><bdi>${name}</bdi></span>`,
    )}</div>
    ${
      isUnsent
        ? html`<p class="small quiet">${sayUnsent({ ...one, isLasting: reply.isLasting }, translator)}</p>
            <p class="retry small" @click=${toReply}>
              <button class="link" type="button" @click=${() => reply.sendAgain(key)}>
                ${t('ticket.again')}
              </button>
              <button class="link" type="button" @click=${() => reply.remove(key)}>
                ${t('ticket.remove')}
              </button>
            </p>`
        : nothing
    }
  </li>`
}

/** Something that happened between the messages, or that ends them for now. */
export function renderEvent(text: unknown, node: unknown = html`<span class="pip"></span>`) {
  return html`<li>
    <span class="node">${node}</span>
    <div class="event">${text}</div>
  </li>`
}

export const solvedNode = html`<span class="stop good">${checkIcon}</span>`

function renderFace(face: string | null) {
  const who = face?.trim()
  return html`<span class="node" aria-hidden="true"
    ><span class="face ${who ? hueOf(who) : ''}">${who ? initials(who) : personIcon}</span></span
  >`
}

function renderHead(face: string | null, name: string, more: unknown) {
  return html`${renderFace(face)}
    <div class="who"><strong>${name}</strong>${more}</div>`
}
