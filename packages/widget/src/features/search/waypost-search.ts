import { type Client, createClient } from '@waypost/sdk/client'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { addEnglish, type Translator } from '../../foundation/i18n.js'
import { enSearch } from '../../foundation/messages/en-search.js'
import { home } from '../../foundation/script-origin.js'
import { takeSearchKey } from '../../foundation/take-search-key.js'
import { scaleText } from '../../foundation/text-scale.js'
import { theme } from '../../foundation/theme.js'
import { TranslatorController } from '../../foundation/translator-controller.js'
import { walkList } from '../../foundation/walk-list.js'
import { base } from '../../ui/base.styles.js'
import { bones } from '../../ui/bones.styles.js'
import { button } from '../../ui/button.styles.js'
import { find } from '../../ui/find.styles.js'
import { notice } from '../../ui/notice.styles.js'
import { AnnouncementController } from './announcement-controller.js'
import { AskChosenEvent } from './ask-chosen-event.js'
import { found } from './found.styles.js'
import { renderField } from './render-field.js'
import { renderFound } from './render-found.js'
import type { ResultsContext } from './render-results.js'
import { ResultChosenEvent } from './result-chosen-event.js'
import { SearchController } from './search-controller.js'
import { tellChoice } from './tell-choice.js'
import { search } from './waypost-search.styles.js'

/**
 * A field that searches the articles of a Waypost server while one types, and shows what it finds.
 *
 * @summary Search, anywhere on a page.
 * @event {ResultChosenEvent} waypost-result-chosen - A result was chosen; cancel it to show it yourself.
 * @event {AskChosenEvent} waypost-ask-chosen - Nothing was found, and the person would rather ask.
 * @csspart field - The box around the field.
 * @csspart results - The card under the field.
 * @csspart result - The link of one result.
 * @cssproperty --wp-accent - The brand’s colour; everything else is derived from it.
 * @cssproperty --wp-font - The host’s font.
 */
export class WaypostSearch extends LitElement {
  static override styles = [theme, base, button, notice, bones, find, found, search]
  static override properties = {
    baseUrl: { attribute: 'base-url' },
    site: {},
    locale: {},
    theme: { reflect: true },
    ask: { type: Boolean },
    words: {},
  }

  /** Where the server is; that of the script, or of the page, unless given. */
  declare baseUrl: string
  /** The public key of the site; needed where a server has several. */
  declare site: string
  /** BCP 47; the language of the page unless given. */
  declare locale: string
  /** `light` or `dark`; follows the page’s `color-scheme` unless given. */
  declare theme: 'light' | 'dark' | ''
  /** Offers to ask the team where nothing was found; you answer `waypost-ask-chosen`. */
  declare ask: boolean
  /** What is searched for. */
  declare words: string

  #client: Client | undefined
  readonly #words = new TranslatorController(this)
  readonly #search = new SearchController(
    this,
    () => this.#api,
    () => this.#words.wanted,
  )
  readonly #said = new AnnouncementController(this, this.#search, () => this.#words.current)

  constructor() {
    super()
    addEnglish(enSearch)
    takeSearchKey(this, () => {
      this.focus()
      return this.#field
    })
    this.baseUrl = this.site = this.locale = this.theme = this.words = ''
    this.ask = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    scaleText(this)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('baseUrl') || changed.has('site')) this.#client = undefined
    if (changed.has('words')) this.#search.search(this.words)
    else if (['baseUrl', 'site', 'locale'].some((name) => changed.has(name as 'site'))) {
      this.#search.again()
    }
  }

  /** Moves the focus to the field. */
  override focus(options?: FocusOptions): void {
    this.#field?.focus(options)
  }

  get #api(): Client {
    return (this.#client ??= createClient({ baseUrl: this.#base, site: this.site || undefined }))
  }

  get #base(): string {
    return new URL(this.baseUrl || home || '/', document.baseURI).href
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input')
  }

  readonly #typed = (words: string): void => {
    this.words = words
  }

  readonly #correct = (words: string): void => {
    this.words = words
    this.focus()
  }

  readonly #clear = (): void => this.#correct('')

  readonly #asked = (): void => {
    this.dispatchEvent(new AskChosenEvent(this.#search.found))
  }

  readonly #chosen: ResultsContext['chosen'] = (event, hit, position, searchId) => {
    tellChoice(this.#api, hit, position, searchId)
    const chosen = new ResultChosenEvent(hit, position, searchId)
    const apart = event.ctrlKey || event.metaKey || event.shiftKey
    if (!this.dispatchEvent(chosen) && !apart) event.preventDefault()
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
    return html`<div class="search" lang=${translator.locale} @keydown=${this.#pressed}>
      ${renderField({
        words: this.words,
        slow: this.#search.slow,
        translator,
        typed: this.#typed,
        clear: this.#clear,
        submit: this.#search.again,
      })}
      ${this.#renderFound(translator)}
      <p class="sr" role="status">${this.#said.text}</p>
    </div>`
  }

  #renderFound(translator: Translator) {
    const found = renderFound(this.#search, {
      translator,
      baseUrl: this.#base,
      ask: this.ask,
      asked: this.#asked,
      correct: this.#correct,
      chosen: this.#chosen,
    })
    if (found === nothing) return nothing
    return html`<div class="results" part="results" aria-busy=${this.#search.slow}>${found}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-search': WaypostSearch
  }
}
