import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import type { Translator } from '../../foundation/i18n.js'
import { enRequest } from '../../foundation/messages/en-request.js'
import { enTicket } from '../../foundation/messages/en-ticket.js'
import { enUnsent } from '../../foundation/messages/en-unsent.js'
import { enWriting } from '../../foundation/messages/en-writing.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { stickToEnd } from '../../foundation/stick-to-end.js'
import { clock, timeLocale } from '../../foundation/when.js'
import type { ArticleLinkEvent } from '../../ui/article-link-event.js'
import { WaypostRichText } from '../../ui/rich-text.js'
import { trail } from '../../ui/trail.styles.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { ConversationController } from './conversation-controller.js'
import type { Conversation } from './fetch-conversation.js'
import { isMine } from './is-mine.js'
import {
  renderEvent,
  renderMessage,
  renderNew,
  renderOutgoing,
  renderWriting,
  solvedNode,
} from './render-message.js'
import { renderNotices } from './render-notices.js'
import { renderClosedFoot, renderReadersFoot, renderTicketFoot } from './render-ticket-foot.js'
import { renderOffline, renderTicketTrouble } from './render-ticket-trouble.js'
import { ReplyController } from './reply-controller.js'
import { ReplyFiles } from './reply-files.js'
import { statusText } from './ticket-status.js'
import { ticketStyles } from './ticket-view.styles.js'
import type { UploadsChangedEvent } from './uploads/uploads-changed-event.js'
import { writing } from './writing.styles.js'

export const english = { ...enRequest, ...enTicket, ...enUnsent, ...enWriting }

/**
 * One request as a letter with its history: read, reply, say that it is settled or is not.
 *
 * @summary One request.
 * @event {NavigateEvent} waypost-navigate - To an article, the requests, or a new request.
 * @event {TitledEvent} waypost-titled - The subject; below it reference and status.
 */
export class TicketView extends LitElement {
  static override styles = [view, trail, writing, ticketStyles]
  static override properties = {
    panel: { attribute: false },
    ticketId: { attribute: false },
    accessToken: { attribute: false },
  }

  declare panel: PanelContext
  declare ticketId: string
  /** Opens this ticket without a session. */
  declare accessToken: string | undefined

  #opened = ''
  #titled = ''
  #end: ReturnType<typeof stickToEnd> | undefined
  readonly #deps = { panel: () => this.panel, ticket: () => this }
  readonly #conversation = new ConversationController(this, {
    ...this.#deps,
    isAtEnd: () => this.#end?.atEnd ?? true,
  })
  readonly #reply = new ReplyController(this, {
    ...this.#deps,
    arrived: (message) => this.#conversation.replied(message),
    refused: () => void this.#conversation.loaded.run(),
    sent: () => this.#files.clear(),
  })
  readonly #files = new ReplyFiles(this)

  constructor() {
    super()
    defineElement('waypost-rich-text', WaypostRichText)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#letGo()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('panel')
    if (before && before.locale !== this.panel.locale) void this.#conversation.loaded.run()
    if (!this.panel || !this.ticketId || this.ticketId === this.#opened) return
    this.#opened = this.ticketId
    this.#letGo()
    this.#reply.open()
    this.#files.isWanted = false
    if (this.#reply.files.length > 0) void this.#files.want()
    this.#conversation.open()
  }

  protected override updated(): void {
    if (!this.panel) return
    this.#sayTitle()
    const scroller = this.renderRoot.querySelector<HTMLElement>('.body[role=log]')
    const content = scroller?.firstElementChild
    if (!scroller || !content) return
    if (!this.#end) {
      this.#end = stickToEnd(scroller, content, (atEnd) => {
        if (atEnd) this.#conversation.seen()
      })
      void this.#beginAt(content.querySelector('.since'))
    }
    void this.#conversation.tellRead()
  }

  /** More that is new than there is room for is read from its beginning. */
  async #beginAt(line: Element | null): Promise<void> {
    const texts = [...this.renderRoot.querySelectorAll('waypost-rich-text')]
    await Promise.all(texts.map(({ updateComplete }) => updateComplete))
    if (line) this.#end?.notBelow(line)
  }

  #letGo(): void {
    this.#end?.stop()
    this.#end = undefined
  }

  #sayTitle(): void {
    const { translator } = this.panel
    const { ticket, loaded } = this.#conversation
    if (!ticket && !loaded.trouble) return
    const title = ticket?.subject ?? translator.t('requests.title')
    // The reference stands alone: what surrounds it may be written from right to left.
    const subtitle = ticket
      ? `\u2068${ticket.reference}\u2069 · ${statusText(ticket, translator)}`
      : ''
    if (this.#titled === title + subtitle) return
    this.#titled = title + subtitle
    this.dispatchEvent(new TitledEvent(title, subtitle))
  }

  readonly #send = (): void => {
    this.#reply.send()
    this.#end?.toEnd()
    this.#focusOn('#reply')
  }

  readonly #attached = (event: UploadsChangedEvent): void => {
    this.#reply.attach(event)
    // The button that took the last one away is gone.
    if (event.count === 0) this.#focusOn('#reply')
  }

  readonly #settle = async (how: 'solve' | 'reopen'): Promise<void> => {
    if (!(await this.#conversation.settle(how))) return
    await this.updateComplete
    this.#end?.toEnd()
    // The button that was pressed is gone.
    this.#focusOn(how === 'solve' ? '.reopen' : '#reply')
  }

  #focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }

  #followed(event: ArticleLinkEvent): void {
    // Where the panel shows no articles, the link leads to the help centre.
    if (this.panel.canRead === false) return
    event.preventDefault()
    const { articleId, anchor } = event
    const target = { view: 'article' as const, articleId, ...(anchor && { anchor }) }
    this.dispatchEvent(new NavigateEvent(target))
  }

  protected override render() {
    if (!this.panel) return nothing
    const { translator } = this.panel
    const { value, trouble, slow, run } = this.#conversation.loaded
    if (value) {
      return html`${trouble === 'no-network' ? renderOffline(translator) : nothing}
        ${this.#renderTrail(value)} ${this.#renderFoot(value)}`
    }
    return html`<div class="body">
      ${trouble ? renderTicketTrouble(trouble, translator, run) : slow ? renderBones(translator) : nothing}
    </div>`
  }

  #renderTrail(conversation: Conversation) {
    const { panel } = this
    const { ticket, messages } = conversation
    const { t } = panel.translator
    return html`<div
      class="body"
      role="log"
      aria-label=${t('ticket.conversation')}
      tabindex="0"
      @waypost-article-followed=${this.#followed}
    >
      <ol class="trail">
        ${messages.map(
          (message) =>
            html`${message.id === this.#conversation.newFrom ? renderNew(panel) : nothing}
            ${renderMessage(message, panel, this)}`,
        )}
        ${
          ticket.solvedAt
            ? renderEvent(
                t('ticket.solved', { time: clock(ticket.solvedAt, timeLocale(panel)) }),
                solvedNode,
              )
            : nothing
        }
        ${this.#conversation.reopened ? renderEvent(t('ticket.reopened')) : nothing}
        ${this.#reply.outgoing.map((one) =>
          renderOutgoing(one, ticket, this.#reply, panel, () => this.#focusOn('#reply')),
        )}
        ${this.#conversation.writer === undefined ? nothing : renderWriting(this.#conversation.writer, panel)}
      </ol>
      ${this.#isAwaited(conversation) ? renderNotices(panel, ticket.id) : nothing}
    </div>`
  }

  /** The last word is the person's own, and the team has not said that it is over. */
  #isAwaited({ ticket, messages }: Conversation): boolean {
    const last = messages.findLast(({ author }) => author.kind !== 'system')
    const isOver = ticket.status === 'solved' || ticket.status === 'closed'
    return !isOver && last !== undefined && isMine(last)
  }

  #renderFoot({ ticket }: Conversation) {
    if (ticket.status === 'closed') return renderClosedFoot(ticket, this.panel, this.#reply)
    if (ticket.canReply === false) return renderReadersFoot(this.panel)
    return renderTicketFoot(ticket, this.panel, this.#conversation, this.#reply, this.#files, {
      attached: this.#attached,
      send: this.#send,
      settle: (how) => void this.#settle(how),
      toEnd: () => this.#end?.toEnd(),
    })
  }
}

/** Where a conversation will stand, in its shape. */
function renderBones({ t }: Translator) {
  const bone = html`<div class="bones">
    <i class="bone d"></i><i class="bone c"></i><i class="bone b"></i>
  </div>`
  return html`<div aria-hidden="true">${bone}${bone}</div>
    <p class="sr" role="status">${t('ticket.loading')}</p>`
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-ticket-view': TicketView
  }
}
