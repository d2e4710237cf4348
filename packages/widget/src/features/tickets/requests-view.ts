import type { List, Ticket } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import type { Translator } from '../../foundation/i18n.js'
import { LoadController } from '../../foundation/load-controller.js'
import { enRequest } from '../../foundation/messages/en-request.js'
import { enRequests } from '../../foundation/messages/en-requests.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { PollController } from '../../foundation/poll-controller.js'
import { empty } from '../../ui/empty.styles.js'
import { editIcon, requestIcon } from '../../ui/icons.js'
import { renderTrouble } from '../../ui/render-trouble.js'
import { rows } from '../../ui/rows.styles.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import type { ChosenScopeEvent } from './company/chosen-scope-event.js'
import { joined, listRequests } from './list-requests.js'
import { renderRequest } from './render-request.js'
import { renderTicketTrouble } from './render-ticket-trouble.js'
import { requests } from './requests-view.styles.js'
import { isDone } from './ticket-status.js'

export const english = { ...enRequest, ...enRequests }

/** Milliseconds between two looks at a list that somebody has in front of them. */
const EVERY = 60_000

/**
 * The requests of one person, and of their company where a host says so, newest first. Looking
 * starts no session.
 *
 * @summary Your requests.
 * @event {NavigateEvent} waypost-navigate - To a request, or to the form.
 * @event {TitledEvent} waypost-titled - The words of the panel's head.
 */
export class RequestsView extends LitElement {
  static override styles = [view, rows, empty, requests]
  static override properties = { panel: { attribute: false } }

  declare panel: PanelContext

  /** What the company is called whose requests may be read here. */
  #group: string | undefined
  readonly #requests = new LoadController(this, (signal) => this.#list(signal))
  readonly #next = new LoadController(this, (signal) => this.#listNext(signal))

  constructor() {
    super()
    new PollController(this, EVERY, () => void this.refresh(), {
      realtime: () => this.panel?.realtime,
      hear: ({ kind }) => {
        if (/^ticket.(?!typing)|reset/.test(kind) && !this.#next.loading) void this.#requests.run()
      },
    })
  }

  /** Looks again, as when something has happened elsewhere on the page. */
  async refresh(): Promise<void> {
    if (!this.#requests.loading && !this.#next.loading) await this.#requests.run()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('panel')
    if (!changed.has('panel') || before?.client === this.panel.client) return
    void this.#requests.run()
    void this.#askGroup()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('panel')) return
    this.dispatchEvent(new TitledEvent(this.panel.translator.t('requests.title')))
  }

  /** Few belong to a company: what they need beyond the list comes when it is known. */
  async #askGroup(): Promise<void> {
    const customer = await this.panel.customer?.()
    if (!customer?.group || customer.groupAccess === 'none') return
    const { Scopes } = await import('./company/scopes.js')
    defineElement('waypost-scopes', Scopes)
    this.#group = customer.group
    this.requestUpdate()
  }

  readonly #choose = ({ scope }: ChosenScopeEvent): void => {
    this.panel.keep.scope = scope
    this.#requests.forget()
    // More of the list before is no part of this one.
    this.#next.forget()
    void this.#requests.run()
  }

  #list(signal: AbortSignal): Promise<List<Ticket>> {
    const atLeast = this.#requests.value?.items.length ?? 0
    return listRequests(this.panel.client, { atLeast, signal, ...this.#of() })
  }

  async #listNext(signal: AbortSignal): Promise<void> {
    const { value } = this.#requests
    if (!value?.nextCursor) return
    const options = { cursor: value.nextCursor, signal, ...this.#of() }
    const next = await listRequests(this.panel.client, options)
    const first = next.items[0]?.id
    this.#requests.value = joined(value, next)
    this.requestUpdate()
    await this.updateComplete
    // The button may be gone: who pressed it goes on with the first of those that came.
    if (first) this.renderRoot.querySelector<HTMLElement>(`[data-id="${first}"] button`)?.focus()
  }

  #of() {
    const { scope } = this.panel.keep
    return scope === 'group' ? { scope } : {}
  }

  readonly #ask = (): void => {
    this.dispatchEvent(new NavigateEvent({ view: 'form' }))
  }

  protected override render() {
    if (!this.panel) return nothing
    const { translator } = this.panel
    const { value, trouble, slow } = this.#requests
    return html`<div class="body">
      ${
        this.#group
          ? html`<waypost-scopes
              .group=${this.#group}
              .scope=${this.panel.keep.scope ?? 'own'}
              .translator=${translator}
              @waypost-scope-chosen=${this.#choose}
            ></waypost-scopes>`
          : nothing
      }
      ${
        trouble
          ? html`<div class="trouble">
              ${renderTicketTrouble(trouble, translator, this.#requests.run)}
            </div>`
          : nothing
      }
      <waypost-unsent
        .panel=${this.panel}
        @waypost-arrived=${this.#requests.run}
      ></waypost-unsent>
      ${value ? this.#renderLists(value, translator) : slow ? renderBones() : nothing}
      <p class="sr" role="status">${slow && !value ? translator.t('requests.loading') : nothing}</p>
    </div>`
  }

  #renderLists({ items, nextCursor }: List<Ticket>, translator: Translator) {
    const { t } = translator
    if (items.length === 0) return this.#renderNone(translator)
    return html`${this.#renderList(
      t('requests.under-way'),
      items.filter((ticket) => !isDone(ticket)),
    )}
    ${this.#renderList(t('requests.done'), items.filter(isDone))}
    ${
      nextCursor
        ? html`<div class="next">
            ${this.#next.trouble ? renderTrouble(this.#next.trouble, translator, this.#next.run) : nothing}
            <button
              class="btn waits"
              type="button"
              aria-busy=${this.#next.slow ? 'true' : nothing}
              @click=${this.#next.run}
            >
              ${this.#next.slow ? html`<span class="spin"></span>` : nothing}${t('requests.more')}
            </button>
          </div>`
        : nothing
    }`
  }

  #renderList(title: string, tickets: readonly Ticket[]) {
    if (tickets.length === 0) return nothing
    return html`<section class="sec">
      <header><h2>${title}</h2></header>
      <ul class="rows card">
        ${tickets.map((ticket) => renderRequest(ticket, this.panel))}
      </ul>
    </section>`
  }

  #renderNone({ t }: Translator) {
    return html`<div class="empty">
      <span class="mark">${requestIcon}</span>
      <h2>${t('requests.none')}</h2>
      <p>${t('requests.none.hint')}</p>
      <button class="btn main" type="button" @click=${this.#ask}>
        ${editIcon}${t('requests.ask')}
      </button>
    </div>`
  }
}

/** Where requests will stand, in their shape. */
function renderBones() {
  const bone = html`<div class="bones"><i class="bone c"></i><i class="bone a"></i></div>`
  return html`<div class="card" aria-hidden="true">${bone}${bone}${bone}</div>`
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-requests-view': RequestsView
  }
}
