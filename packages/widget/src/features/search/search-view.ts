import type { SearchResults } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { targetOf } from '../../foundation/hit.js'
import { english } from '../../foundation/i18n.js'
import { listSuggested } from '../../foundation/list-suggested.js'
import { LoadController } from '../../foundation/load-controller.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { replyTime } from '../../foundation/reply-time.js'
import { walkList } from '../../foundation/walk-list.js'
import { find } from '../../ui/find.styles.js'
import { nextIcon, penIcon } from '../../ui/icons.js'
import { view } from '../../ui/view.styles.js'
import { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { AnnouncementController } from './announcement-controller.js'
import { found } from './found.styles.js'
import { renderBefore, renderPage } from './render-beginning.js'
import { renderField } from './render-field.js'
import { renderFound } from './render-found.js'
import type { FoundHit } from './render-hit.js'
import type { ResultsContext } from './render-results.js'
import { SearchController } from './search-controller.js'
import { searchView } from './search-view.styles.js'
import { createSearchedWords } from './searched-words.js'
import { tellChoice } from './tell-choice.js'

export { enSearch as english } from '../../foundation/messages/en-search.js'

/** Search inside the panel: results open here, and the words go along when the person asks. */
export class SearchView extends LitElement {
  static override styles = [view, find, found, searchView]
  static override properties = { panel: { attribute: false }, words: {} }

  declare panel: PanelContext
  declare words: string

  #told: SearchResults | undefined
  readonly #search = new SearchController(
    this,
    () => this.panel.client,
    () => this.panel.locale,
    async (signal) =>
      (await listSuggested(this.panel, signal)).items.filter((one) => 'articleId' in one),
  )
  readonly #said = new AnnouncementController(this, this.#search, () => this.panel.translator)
  /** What to begin with, while there are no words. */
  readonly #first = new LoadController(this, (signal) => listSuggested(this.panel, signal))

  constructor() {
    super()
    this.words = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('panel')
    if (changed.has('words')) this.#search.search(this.words)
    if (!before || before.locale === this.panel.locale) return
    void this.#first.run()
    this.#search.again()
  }

  /** What fits the page may be another by now. */
  refresh(): Promise<unknown> {
    return this.#first.run()
  }

  protected override firstUpdated(): void {
    this.dispatchEvent(new TitledEvent(this.panel.translator.t('search.label')))
  }

  protected override updated(): void {
    const { results, found } = this.#search
    if (!results || results === this.#told) return
    this.#told = results
    // Whoever scrolled among the results before is to see the best of these.
    this.renderRoot.querySelector('.body')?.scrollTo(0, 0)
    const { searchId, items } = results
    this.panel.keep.searchId = searchId
    this.panel.emit('search:performed', { words: found, count: items.length, searchId })
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input')
  }

  get #searched() {
    return createSearchedWords(this.panel.keep)
  }

  readonly #typed = (words: string): void => {
    this.words = words
  }

  readonly #correct = (words: string): void => {
    this.words = words
    this.#field?.focus()
  }

  readonly #clear = (): void => this.#correct('')

  readonly #ask = (): void => {
    const subject = this.words.trim()
    this.dispatchEvent(
      new NavigateEvent({ view: 'form', ...(subject && { prefill: { subject } }) }),
    )
  }

  readonly #chosen: ResultsContext['chosen'] = (event, hit, position, searchId) => {
    tellChoice(this.panel.client, hit, position, searchId)
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.#open(hit)
  }

  #open(hit: FoundHit): void {
    if (this.words.trim()) this.#searched.add(this.words)
    this.dispatchEvent(new NavigateEvent(targetOf(hit)))
  }

  #pressed(event: KeyboardEvent): void {
    const field = this.#field
    if (!field) return
    const links = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')]
    if (event.key === 'Escape' && (event.target as Element).matches('.row, .pick, .count *')) {
      field.focus()
    } else if (event.key === 'Escape' && this.words && event.target === field) this.#clear()
    else {
      if (walkList(event, field, links)) event.preventDefault()
      return
    }
    // One layer at a time: the panel closes at the next Escape.
    event.stopPropagation()
    event.preventDefault()
  }

  protected override render() {
    const { translator } = this.panel ?? { translator: english }
    const results = renderFound(this.#search, {
      translator,
      baseUrl: this.panel.baseUrl,
      ask: this.panel.canAsk !== false,
      asked: this.#ask,
      correct: this.#correct,
      chosen: this.#chosen,
    })
    return html`<div class="field" @keydown=${this.#pressed}>
        <h1 class="sr">${translator.t('search.label')}</h1>
        ${renderField({
          words: this.words,
          slow: this.#search.slow,
          translator,
          typed: this.#typed,
          clear: this.#clear,
          submit: this.#search.again,
        })}
      </div>
      <div class="body flush" aria-busy=${this.#search.slow} @keydown=${this.#pressed}>
        ${this.words.trim() ? results : this.#renderBeginning()}
      </div>
      ${this.#renderFoot()}
      <p class="sr" role="status">${this.#said.text}</p>`
  }

  #renderBeginning() {
    const { translator, baseUrl } = this.panel
    return html`${renderBefore(this.#searched.list(), translator, {
      search: this.#typed,
      forget: () => {
        this.#searched.forget()
        this.requestUpdate()
        this.#field?.focus()
      },
    })}${renderPage(this.#first.value, { translator, baseUrl, chosen: this.#chosen })}`
  }

  /** A miss has its own offer, in the middle of the page. */
  #renderFoot() {
    const { translator, settings, canAsk } = this.panel
    const words = this.words.trim()
    if (canAsk === false || !words || this.#search.missed) return nothing
    const when = replyTime(settings, translator)
    return html`<div class="foot">
      <button class="row" type="button" @click=${this.#ask}>
        ${penIcon}
        <span class="two">
          <span class="mid">${translator.t('search.about', { words })}</span>
          ${when ? html`<span class="small second">${when}</span>` : nothing}
        </span>
        ${nextIcon}
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-search-view': SearchView
  }
}
