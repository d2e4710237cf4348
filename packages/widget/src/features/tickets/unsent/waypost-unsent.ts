import type { Outbox } from '@waypost/sdk/contract'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { nextIcon } from '../../../ui/icons.js'
import { rows } from '../../../ui/rows.styles.js'
import { view } from '../../../ui/view.styles.js'
import { NavigateEvent } from '../../../ui/view-events.js'
import type { QueuedTicket } from '../form-queue.js'
import { sayUnsent, shownState } from '../say-unsent.js'
import { ArrivedEvent } from './arrived-event.js'

/**
 * The requests that were sent and have not gone, above those that have.
 *
 * @summary What waits to be sent.
 * @event {NavigateEvent} waypost-navigate - To the form, where it can be taken back.
 * @event {ArrivedEvent} waypost-arrived - One of them has gone out.
 */
export class WaypostUnsent extends LitElement {
  static override styles = [
    view,
    rows,
    css`
      :host { display: block; }
      .sec { margin-block: var(--wp-5); }
      .card { border-style: dashed; border-color: var(--wp-line-strong); }
      .row { align-items: flex-start; }
    `,
  ]
  static override properties = { panel: { attribute: false } }

  declare panel: PanelContext

  #outbox: Outbox | undefined
  #stop = () => {}

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('online', this.#changed)
    addEventListener('offline', this.#changed)
    if (this.panel) void this.#meet()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('online', this.#changed)
    removeEventListener('offline', this.#changed)
    this.#stop()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('panel')
    if (changed.has('panel') && before?.outbox !== this.panel.outbox) void this.#meet()
  }

  readonly #changed = (): void => this.requestUpdate()

  async #meet(): Promise<void> {
    this.#stop()
    const outbox = await this.panel.outbox().catch(() => undefined)
    if (!outbox || !this.isConnected) return
    this.#stop()
    this.#outbox = outbox
    this.#stop = outbox.listen((sent) => {
      this.requestUpdate()
      if (sent?.kind === 'ticket') this.dispatchEvent(new ArrivedEvent())
    })
    this.requestUpdate()
  }

  protected override render() {
    const items = (this.#outbox?.list() ?? []).filter((item) => item.kind === 'ticket')
    if (items.length === 0) return nothing
    const { t } = this.panel.translator
    return html`<section class="sec">
      <header><h2 id="unsent">${t('unsent.title', { n: items.length })}</h2></header>
      <ul class="rows card" aria-labelledby="unsent">
        ${items.map((item) => this.#renderRow(item))}
      </ul>
    </section>`
  }

  #renderRow(item: QueuedTicket) {
    const { body, why, notBefore: at } = item
    const { translator } = this.panel
    const state = shownState(item)
    const isLasting = this.#outbox?.isLasting !== false
    const one = { state, why: why?.code, at, isLasting }
    const open = () => this.dispatchEvent(new NavigateEvent({ view: 'form' }))
    return html`<li>
      <button class="row" type="button" @click=${open}>
        <span class="two">
          <span class="strong cut" dir="auto">${body.subject}</span>
          <span class="small quiet">
            ${state === 'sending' ? translator.t('unsent.sending') : sayUnsent(one, translator)}
          </span>
        </span>
        ${nextIcon}
      </button>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-unsent': WaypostUnsent
  }
}
