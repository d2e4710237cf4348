import type { Message, Ticket } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { defineElement } from '../../foundation/define-element.js'
import { LoadController } from '../../foundation/load-controller.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { PollController } from '../../foundation/poll-controller.js'
import { stickToEnd } from '../../foundation/stick-to-end.js'
import type { ArticleLinkEvent } from '../../ui/article-link-event.js'
import { base } from '../../ui/base.styles.js'
import { bones } from '../../ui/bones.styles.js'
import { button } from '../../ui/button.styles.js'
import { notice } from '../../ui/notice.styles.js'
import { WaypostRichText } from '../../ui/rich-text.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { type Conversation, fetchConversation, withMessages } from './fetch-conversation.js'
import { renderComposer } from './render-composer.js'
import {
  authorName,
  renderEvent,
  renderMessage,
  renderOutgoing,
  renderSolved,
} from './render-message.js'
import { renderTicketBones, renderTicketTrouble } from './render-ticket-trouble.js'
import { ReplyController } from './reply-controller.js'
import { downIcon } from './ticket-icons.js'
import { statusText } from './ticket-status.js'
import { ticketStyles } from './ticket-view.styles.js'
import { trail } from './trail.styles.js'

/** Milliseconds between two looks for answers, while somebody sees the conversation. */
const EVERY = 20_000

const tag = 'waypost-ticket-view'

/**
 * One request as a letter with its history: read, reply, say that it is settled or is not.
 *
 * @summary One request.
 * @event {NavigateEvent} waypost-navigate - To an article, the requests, or a new request.
 * @event {TitledEvent} waypost-titled - The subject; below it reference and status.
 */
export class TicketView extends LitElement {
  static override styles = [base, view, button, notice, bones, trail, ticketStyles]
  static override properties = {
    panel: { attribute: false },
    ticketId: { attribute: false },
    accessToken: { attribute: false },
    settling: { state: true },
    settleFailed: { state: true },
    reopened: { state: true },
    missed: { state: true },
  }

  declare panel: PanelContext
  declare ticketId: string
  /** Opens this ticket without a session. */
  declare accessToken: string | undefined

  declare protected settling: boolean
  declare protected settleFailed: boolean
  /** Opened again from here, which is worth a stop on the trail. */
  declare protected reopened: boolean
  /** The newest answer that came while the reader was further up. */
  declare protected missed: Message | undefined

  #end: ReturnType<typeof stickToEnd> | undefined
  #titled = ''
  readonly #conversation = new LoadController<Conversation>(this, (signal) => this.#fetch(signal))
  readonly #reply = new ReplyController(this, {
    panel: () => this.panel,
    ticket: () => this,
    arrived: (message) => this.#arrived(message),
    refused: () => void this.#conversation.run(),
  })

  constructor() {
    super()
    defineElement('waypost-rich-text', WaypostRichText)
    this.settling = this.settleFailed = this.reopened = false
    new PollController(this, EVERY, () => {
      if (!this.#conversation.loading) void this.#conversation.run()
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#end?.stop()
    this.#end = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.panel || !this.ticketId || !changed.has('ticketId')) return
    this.reopened = this.settleFailed = false
    this.missed = undefined
    this.#conversation.forget()
    this.#reply.open()
    void this.#conversation.run()
  }

  protected override updated(): void {
    if (!this.panel) return
    this.#sayTitle()
    if (this.#end || !this.#conversation.value) return
    const scroller = this.renderRoot.querySelector<HTMLElement>('.body')
    const content = scroller?.firstElementChild
    if (!scroller || !content) return
    this.#end = stickToEnd(scroller, content, (atEnd) => {
      if (atEnd) this.missed = undefined
    })
  }

  #sayTitle(): void {
    const { translator } = this.panel
    const { value, trouble } = this.#conversation
    const ticket = value?.ticket
    if (!ticket && !trouble) return
    // The reference stands alone: what surrounds it may be written from right to left.
    const title = ticket?.subject ?? translator.t('requests.title')
    const subtitle = ticket
      ? `\u2068${ticket.reference}\u2069 · ${statusText(ticket, translator)}`
      : ''
    if (this.#titled === title + subtitle) return
    this.#titled = title + subtitle
    this.dispatchEvent(new TitledEvent(title, subtitle))
  }

  async #fetch(signal: AbortSignal): Promise<Conversation> {
    const { client } = this.panel
    const { accessToken, ticketId } = this
    const before = () => this.#conversation.value
    const known = before()?.messages
    const after = await fetchConversation(client, ticketId, { accessToken, signal }, before)
    const newest = after.messages.at(-1)
    const isNew = known && newest && !known.includes(newest) && newest.author.kind !== 'requester'
    if (isNew) this.reopened = false
    if (isNew && !this.#end?.atEnd) this.missed = newest
    return after
  }

  #put(change: Partial<Conversation>): void {
    const { value } = this.#conversation
    if (!value) return
    this.#conversation.value = { ...value, ...change }
    this.requestUpdate()
  }

  #arrived(message: Message): void {
    const { ticketId } = this
    const { value } = this.#conversation
    this.panel.emit('ticket:replied', { ticketId, messageId: message.id })
    if (!value) return
    this.#put({ messages: withMessages(value.messages, [message]) })
    if (value.ticket.status === 'solved') {
      this.reopened = true
      this.#put({ ticket: { ...value.ticket, status: 'open', solvedAt: null } })
      this.panel.emit('ticket:reopened', { ticketId })
    }
    void this.#conversation.run()
  }

  readonly #send = (): void => {
    this.#reply.send()
    this.#end?.toEnd()
    this.renderRoot.querySelector<HTMLElement>('#reply')?.focus()
  }

  readonly #settle = async (how: 'solve' | 'reopen'): Promise<void> => {
    if (this.settling) return
    this.settling = true
    this.settleFailed = false
    const { ticketId, accessToken, panel } = this
    try {
      const ticket = await panel.client.tickets[how](ticketId, accessToken ? { accessToken } : {})
      this.#put({ ticket })
      this.reopened = how === 'reopen'
      panel.emit(how === 'solve' ? 'ticket:solved' : 'ticket:reopened', { ticketId })
      await this.updateComplete
      this.#end?.toEnd()
      const next = how === 'solve' ? '.reopen' : '#reply'
      this.renderRoot.querySelector<HTMLElement>(next)?.focus()
    } catch {
      this.settleFailed = true
      void this.#conversation.run()
    } finally {
      this.settling = false
    }
  }

  #followed(event: ArticleLinkEvent): void {
    event.preventDefault()
    const { articleId, anchor } = event
    const target = { view: 'article' as const, articleId, ...(anchor && { anchor }) }
    this.dispatchEvent(new NavigateEvent(target))
  }

  #askAgain({ subject, kind }: Ticket): void {
    const message = this.#reply.words
    const prefill = { subject, kind, ...(message && { message }) }
    this.dispatchEvent(new NavigateEvent({ view: 'form', prefill }))
  }

  protected override render() {
    if (!this.panel) return nothing
    const { value, trouble, slow, run } = this.#conversation
    if (value) {
      return html`${trouble === 'no-network' ? renderTicketTrouble(trouble, this.panel, run) : nothing}
        ${this.#renderTrail(value)} ${this.#renderFoot(value.ticket)}`
    }
    if (trouble) {
      return html`<div class="body">${renderTicketTrouble(trouble, this.panel, run)}</div>`
    }
    return html`<div class="body">${slow ? renderTicketBones(this.panel) : nothing}</div>`
  }

  #renderTrail({ ticket, messages }: Conversation) {
    const { panel } = this
    const { t } = panel.translator
    const actions = {
      again: (key: string) => this.#reply.sendAgain(key),
      remove: (key: string) => this.#reply.remove(key),
    }
    return html`<div
      class="body"
      role="log"
      aria-label=${t('ticket.conversation')}
      tabindex="0"
      @waypost-article-followed=${this.#followed}
    >
      <ol class="trail">
        ${repeat(
          messages,
          ({ id }) => id,
          (message) => renderMessage(message, panel),
        )}
        ${ticket.solvedAt ? renderSolved(ticket.solvedAt, panel) : nothing}
        ${this.reopened && !ticket.solvedAt ? renderEvent(t('ticket.reopened')) : nothing}
        ${repeat(
          this.#reply.outgoing,
          ({ key }) => key,
          (one) => renderOutgoing(one, ticket, panel, actions),
        )}
      </ol>
    </div>`
  }

  #renderFoot(ticket: Ticket) {
    const { translator } = this.panel
    const { t } = translator
    if (ticket.status === 'closed') {
      return html`<div class="foot over">
        <p class="small second grow"><strong>${t('ticket.closed')}</strong> ${t('ticket.closed.hint')}</p>
        <button class="btn main" type="button" @click=${() => this.#askAgain(ticket)}>
          ${t('ticket.ask-again')}
        </button>
      </div>`
    }
    const isSolved = ticket.status === 'solved'
    return html`<div class="foot write">
      ${this.missed ? this.#renderMissed(this.missed) : nothing}
      ${this.settleFailed ? html`<p class="why" role="alert">${t('ticket.failed')}</p>` : nothing}
      ${
        isSolved
          ? html`<div class="line">
              <span class="small second grow">${t('ticket.not-solved')}</span>
              <button
                class="btn small reopen"
                type="button"
                aria-busy=${this.settling ? 'true' : nothing}
                @click=${() => this.#settle('reopen')}
              >
                ${t('ticket.reopen')}
              </button>
            </div>`
          : nothing
      }
      ${renderComposer(this.#reply, translator, {
        send: this.#send,
        solve: () => this.#settle('solve'),
        isSolved,
        isSettling: this.settling,
      })}
    </div>`
  }

  #renderMissed(message: Message) {
    const { t } = this.panel.translator
    const name = message.author.name ?? authorName(message, this.panel)
    return html`<button class="btn small missed" type="button" @click=${() => this.#end?.toEnd()}>
      ${downIcon}${t('ticket.new-from', { name })}
    </button>`
  }
}

/** Makes the element known; a second call changes nothing. */
export function defineTicketView(): void {
  defineElement(tag, TicketView)
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-ticket-view': TicketView
  }
}
