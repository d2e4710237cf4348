import { type Client, createClient } from '@waypost/sdk/client'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { textScale } from '../../foundation/text-scale.js'
import { theme } from '../../foundation/theme.js'
import { TranslatorController } from '../../foundation/translator-controller.js'
import { walkList } from '../../foundation/walk-list.js'
import { base } from '../../ui/base.styles.js'
import { button } from '../../ui/button.styles.js'
import { closeIcon, searchIcon } from '../../ui/icons.js'
import { notice } from '../../ui/notice.styles.js'
import { AskChosenEvent } from './ask-chosen-event.js'
import {
  countOf,
  type ResultsContext,
  renderBones,
  renderMiss,
  renderResults,
} from './render-results.js'
import { renderTrouble } from './render-trouble.js'
import { ResultChosenEvent } from './result-chosen-event.js'
import { SearchController } from './search-controller.js'
import { search } from './waypost-search.styles.js'

/** Milliseconds that the count must stand before it is read out: not at every letter. */
const SETTLED = 600

/**
 * A field that searches the articles of a Waypost server while one types, and shows what it finds.
 *
 * @summary Search, anywhere on a page.
 * @event {ResultChosenEvent} waypost-result-chosen - A result was chosen; cancel it to show the article yourself.
 * @event {AskChosenEvent} waypost-ask-chosen - Nothing was found, and the person would rather ask.
 * @csspart field - The box around the field.
 * @csspart results - The card under the field.
 * @csspart result - The link of one result.
 * @cssproperty --wp-accent - The brand's colour; everything else is derived from it.
 * @cssproperty --wp-font - The host's font.
 */
export class WaypostSearch extends LitElement {
  static override styles = [theme, base, button, notice, search]
  static override properties = {
    baseUrl: { attribute: 'base-url' },
    site: {},
    locale: {},
    theme: { reflect: true },
    ask: { type: Boolean },
    words: {},
    announcement: { state: true },
  }

  /** Where the server is; the page's own origin unless given. */
  declare baseUrl: string
  /** The public key of the site; needed where a server has several. */
  declare site: string
  /** BCP 47; the language of the page unless given. */
  declare locale: string
  /** `light` or `dark`; follows the page's `color-scheme` unless given. */
  declare theme: 'light' | 'dark' | ''
  /** Offers to ask the team where nothing was found; you answer `waypost-ask-chosen`. */
  declare ask: boolean
  /** What is searched for. */
  declare words: string

  declare protected announcement: string
  #client: Client | undefined
  #announce: ReturnType<typeof setTimeout> | undefined
  readonly #words = new TranslatorController(this)
  readonly #search = new SearchController(
    this,
    () => (this.#client ??= createClient({ baseUrl: this.#base, site: this.site || undefined })),
    () => this.#words.wanted,
  )

  constructor() {
    super()
    this.baseUrl = this.site = this.locale = this.theme = this.words = this.announcement = ''
    this.ask = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const scale = textScale()
    if (scale !== 1) this.style.setProperty('--wp-scale', String(scale))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#announce)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('baseUrl') || changed.has('site')) this.#client = undefined
    if (changed.has('words')) this.#search.search(this.words)
    else if (['baseUrl', 'site', 'locale'].some((name) => changed.has(name as 'site'))) {
      this.#search.again()
    }
  }

  protected override updated(): void {
    const said = this.#status()
    if (said === this.announcement) return
    clearTimeout(this.#announce)
    this.#announce = setTimeout(() => {
      this.announcement = this.#status()
    }, SETTLED)
  }

  /** Moves the focus to the field. */
  override focus(options?: FocusOptions): void {
    this.#field?.focus(options)
  }

  get #base(): string {
    return new URL(this.baseUrl || '/', document.baseURI).href
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input')
  }

  /** What somebody who does not see the list should hear. */
  #status(): string {
    const translator = this.#words.current
    const { results, slow, found, trouble } = this.#search
    if (!translator || trouble) return ''
    if (slow) return translator.t('search.searching')
    if (!results) return ''
    if (results.items.length === 0) return translator.t('search.nothing', { words: found })
    return countOf(this.#search, translator)
  }

  #typed(event: InputEvent): void {
    this.words = (event.target as HTMLInputElement).value
  }

  #clear(): void {
    this.words = ''
    this.focus()
  }

  readonly #asked = (): void => {
    this.dispatchEvent(new AskChosenEvent(this.#search.found))
  }

  readonly #chosen: ResultsContext['chosen'] = (event, hit, position, searchId) => {
    const chosen = new ResultChosenEvent(hit, position, searchId)
    const apart = event.ctrlKey || event.metaKey || event.shiftKey
    if (!this.dispatchEvent(chosen) && !apart) event.preventDefault()
  }

  #submitted(event: SubmitEvent): void {
    event.preventDefault()
    this.#search.again()
  }

  #pressed(event: KeyboardEvent): void {
    const field = this.#field
    if (!field) return
    const links = [...this.renderRoot.querySelectorAll<HTMLElement>('a.row')]
    if (event.key === 'Escape' && (this.words || event.target !== field)) {
      this.#clear()
      // One layer at a time: a dialog around us closes at the next Escape.
      event.stopPropagation()
      event.preventDefault()
    } else if (walkList(event, field, links)) event.preventDefault()
  }

  protected override render() {
    const translator = this.#words.current
    if (!translator) return nothing
    const { t, locale } = translator
    return html`<div class="search" lang=${locale} @keydown=${this.#pressed}>
      <form role="search" @submit=${this.#submitted}>
        <label class="sr" for="words">${t('search.label')}</label>
        <div class="find" part="field">
          ${searchIcon}
          <input
            id="words"
            type="search"
            .value=${this.words}
            placeholder=${t('search.label')}
            maxlength="1000"
            autocomplete="off"
            autocapitalize="off"
            enterkeyhint="search"
            @input=${this.#typed}
          />
          ${this.#renderTool(translator)}
        </div>
      </form>
      ${this.#renderBody(translator)}
      <p class="sr" role="status">${this.announcement}</p>
    </div>`
  }

  #renderTool({ t }: Translator) {
    if (this.#search.slow) return html`<span class="wait"><span class="spin"></span></span>`
    if (!this.words) return nothing
    return html`<button class="tool" type="button" aria-label=${t('search.clear')} @click=${this.#clear}>
      ${closeIcon}
    </button>`
  }

  #renderBody(translator: Translator) {
    const { results, trouble, slow } = this.#search
    if (!results && !trouble && !slow) return nothing
    return html`<div class="results" part="results" aria-busy=${slow}>
      ${trouble ? renderTrouble(this.#search, translator) : nothing}
      ${results ? this.#renderFound(translator) : slow ? renderBones() : nothing}
    </div>`
  }

  #renderFound(translator: Translator) {
    const render = this.#search.results?.items.length ? renderResults : renderMiss
    return render(this.#search, {
      translator,
      baseUrl: this.#base,
      ask: this.ask,
      asked: this.#asked,
      chosen: this.#chosen,
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-search': WaypostSearch
  }
}
