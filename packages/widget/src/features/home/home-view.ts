import type { SuggestedEventName, Ticket } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { listSuggested, type Suggested } from '../../foundation/list-suggested.js'
import { listenWhileConnected } from '../../foundation/listen-while-connected.js'
import { LoadController } from '../../foundation/load-controller.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { panelTitle } from '../../foundation/panel-title.js'
import { contours } from '../../ui/contours.js'
import { contoursStyles } from '../../ui/contours.styles.js'
import { find } from '../../ui/find.styles.js'
import { searchIcon } from '../../ui/icons.js'
import { renderTrouble } from '../../ui/render-trouble.js'
import { rows } from '../../ui/rows.styles.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { homeTop } from '../../ui/window/home-top.styles.js'
import { home } from './home-view.styles.js'
import { listOpenTickets } from './list-open-tickets.js'
import { renderAsk, renderBones, renderSuggested, renderTickets } from './render-sections.js'

/** How far the page is scrolled when the field reaches the head. */
const DOCK = 92

/**
 * Where everybody begins: search first, then what this page is about, then what is under way.
 *
 * @slot logo - The host's logo.
 */
export class HomeView extends LitElement {
  static override styles = [view, rows, find, contoursStyles, homeTop, home]
  static override properties = { panel: { attribute: false }, docked: { state: true } }

  declare panel: PanelContext
  declare protected docked: boolean

  readonly #suggested = new LoadController<Suggested>(this, (signal) =>
    listSuggested(this.panel, signal),
  )
  readonly #tickets = new LoadController<readonly Ticket[]>(this, (signal) =>
    listOpenTickets(this.panel, signal),
  )

  constructor() {
    super()
    this.docked = false
    listenWhileConnected(this, {
      ['waypost-suggested' satisfies SuggestedEventName]: () => {
        // Nothing is asked where nobody looks, and nothing taken from under a hand.
        const { value } = this.#suggested
        if (value && this.checkVisibility() && !this.renderRoot.querySelector('li:focus-within'))
          void this.#suggested.run()
      },
    })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('panel')
    if (!before) return
    if (before.locale !== this.panel.locale) void this.#suggested.run()
    if (before.keep !== this.panel.keep) void this.#tickets.run()
  }

  protected override firstUpdated(): void {
    this.dispatchEvent(new TitledEvent(this.panel.translator.t('home.greeting')))
  }

  /** Nothing is asked for somebody who only comes near; then what may have changed since. */
  refresh(): Promise<unknown> {
    return Promise.all([this.#suggested.run(), this.#tickets.run()])
  }

  /**
   * Goes on where somebody has begun to write before any of this was there. Who has left for the page
   * meanwhile finds the words in the field.
   */
  goOn({ value, selectionStart, selectionEnd }: HTMLInputElement, haveLeft: boolean): void {
    const input = this.renderRoot.querySelector('input') as HTMLInputElement
    input.value = value
    if (haveLeft) return
    input.focus()
    input.setSelectionRange(selectionStart, selectionEnd)
    input.dispatchEvent(new Event('input'))
  }

  #scrolled(event: Event): void {
    this.docked = (event.currentTarget as HTMLElement).scrollTop > DOCK
  }

  /** The first letter opens the search; those typed until it is there go along. */
  #typed(event: Event): void {
    const words = (event.target as HTMLInputElement).value
    if (!words || (event as InputEvent).isComposing) return
    this.dispatchEvent(new NavigateEvent({ view: 'search', words }))
  }

  #submitted(event: SubmitEvent): void {
    event.preventDefault()
    this.#search()
  }

  /** What stands in its field. */
  get words(): string | undefined {
    return this.renderRoot?.querySelector('input')?.value
  }

  #search(): void {
    this.dispatchEvent(new NavigateEvent({ view: 'search' }))
  }

  /** The words are in the search by now; here they would be stale. */
  #left(event: FocusEvent): void {
    ;(event.target as HTMLInputElement).value = ''
  }

  readonly #go = (event: NavigateEvent): void => {
    this.dispatchEvent(event)
  }

  protected override render() {
    const { translator, settings } = this.panel
    const { t } = translator
    return html`<div class="scroll ${this.docked ? 'docked' : ''}" @scroll=${this.#scrolled}>
      <div class="top">
        <div class="wash">${contours}</div>
        <div class="brand">
          <slot name="logo"></slot>
          <span>${panelTitle(settings, translator)}</span>
        </div>
        <div class="greet"><h1 tabindex="-1">${t('home.greeting')}</h1></div>
      </div>
      <form class="dock" role="search" @submit=${this.#submitted}>
        <label class="sr" for="words">${t('search.label')}</label>
        <div class="find">
          ${searchIcon}
          <input
            id="words"
            type="search"
            placeholder=${t('search.label')}
            maxlength="1000"
            autocomplete="off"
            autocapitalize="off"
            enterkeyhint="search"
            @input=${this.#typed}
            @compositionend=${this.#typed}
            @pointerup=${this.#search}
            @blur=${this.#left}
          />
          <kbd aria-hidden="true">/</kbd>
        </div>
      </form>
      <div class="sections">${this.#renderSections()}</div>
    </div>`
  }

  #renderSections() {
    const { translator, canAsk, asksFirst } = this.panel
    const ask = canAsk !== false ? renderAsk(this.panel, this.#go) : nothing
    const [suggested, tickets] = [this.#suggested, this.#tickets]
    const trouble = suggested.trouble ?? tickets.trouble
    const again = () => {
      if (suggested.trouble) void suggested.run()
      if (tickets.trouble) void tickets.run()
    }
    return html`${asksFirst ? ask : nothing}
    ${trouble ? renderTrouble(trouble, translator, again) : nothing}
    ${
      suggested.value
        ? renderSuggested(suggested.value, this.panel)
        : suggested.slow
          ? renderBones()
          : nothing
    }
    <waypost-unsent .panel=${this.panel} @waypost-arrived=${tickets.run}></waypost-unsent>
    ${tickets.value ? renderTickets(tickets.value, this.panel, this.#go) : nothing}
    ${asksFirst ? nothing : ask}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-home-view': HomeView
  }
}
