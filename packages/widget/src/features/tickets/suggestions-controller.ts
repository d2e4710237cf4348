import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import { type Hit, nameOf } from '../../foundation/hit.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { NavigateEvent } from '../../ui/view-events.js'
import { type Answered, type AnsweredDeps, createAnswered } from './create-answered.js'
import { renderSuggestions } from './render-suggestions.js'

/** Milliseconds without a key before articles are asked for. */
const PAUSE = 600
const MOST = 3
/** Fewer characters than this mean too many things. */
const ENOUGH = 4

/** The field that suggestions stand under. */
export type Place = 'subject' | 'message'

/** Articles that may answer a draft. They come when they come, and trouble with them is none. */
export class SuggestionsController implements ReactiveController {
  items: readonly Hit[] = []
  place: Place = 'subject'

  #text = ''
  #pause: ReturnType<typeof setTimeout> | undefined
  #call: AbortController | undefined
  readonly #host: ReactiveControllerHost
  readonly #panel: () => PanelContext
  readonly #answered: Answered

  constructor(host: ReactiveControllerHost, { panel, ...asking }: AnsweredDeps) {
    this.#host = host
    this.#panel = panel
    this.#answered = createAnswered({
      panel,
      isAsking: asking.isAsking,
      drop: () => {
        asking.drop()
        this.ask('', 'subject')
      },
    })
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#stop()
  }

  /** Asks once the person has paused; nothing changes above the line that they are writing. */
  ask(words: string, place: Place): void {
    const text = words.trim()
    if (text === this.#text) return
    this.#text = text
    this.#stop()
    const stays = place === 'message' && this.place === 'subject' && this.items.length > 0
    if (stays) return
    if (text.length < ENOUGH) this.#show([], place)
    else this.#pause = setTimeout(() => void this.#run(text, place), PAUSE)
  }

  /** How many there are, for those who do not see them. */
  get said(): string {
    const { t } = this.#panel().translator
    const taught = this.items.filter((hit) => 'minutes' in hit)
    const n = this.items.length - taught.length
    return [n > 0 && t('form.suggestions.count', { n }), ...taught.map((hit) => nameOf(hit, t))]
      .filter(Boolean)
      .join('. ')
  }

  /** `said` is called when one of them has answered what was to be asked. */
  renderAt(place: Place, said: () => void) {
    if (place !== this.place || this.items.length === 0) return nothing
    return html`<div class="suggested" @waypost-navigate=${this.#opened}>
      ${renderSuggestions(this.items, this.#panel())} ${this.#answered.render(said)}
    </div>`
  }

  readonly #opened = ({ destination }: NavigateEvent): void => {
    if (destination.view !== 'article') return
    this.#answered.opened(destination.articleId)
    this.#host.requestUpdate()
  }

  async #run(text: string, place: Place): Promise<void> {
    const { client, locale, context } = this.#panel()
    const call = new AbortController()
    this.#call = call
    const { url } = context()
    try {
      const { items, learning = [] } = await client.suggestions({
        text,
        locale,
        signal: call.signal,
        ...(url && { url: url.slice(0, 2048) }),
      })
      if (!call.signal.aborted) this.#show([...items.slice(0, MOST), ...learning], place)
    } catch {
      // A kindness, not an answer: the form is whole without it.
    }
  }

  #show(items: readonly Hit[], place: Place): void {
    this.items = items
    this.place = place
    this.#host.requestUpdate()
  }

  #stop(): void {
    clearTimeout(this.#pause)
    this.#call?.abort()
  }
}
