import type { SearchHit } from '@waypost/sdk/contract'
import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
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
  items: readonly SearchHit[] = []
  place: Place = 'subject'

  #text = ''
  #pause: ReturnType<typeof setTimeout> | undefined
  #call: AbortController | undefined
  readonly #host: ReactiveControllerHost
  readonly #panel: () => PanelContext

  constructor(host: ReactiveControllerHost, panel: () => PanelContext) {
    this.#host = host
    this.#panel = panel
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
    const n = this.items.length
    return n > 0 ? this.#panel().translator.t('form.suggestions.count', { n }) : ''
  }

  renderAt(place: Place) {
    return place === this.place ? renderSuggestions(this.items, this.#panel()) : nothing
  }

  async #run(text: string, place: Place): Promise<void> {
    const { client, locale, context } = this.#panel()
    const call = new AbortController()
    this.#call = call
    const { url } = context()
    try {
      const { items } = await client.suggestions({
        text,
        locale,
        signal: call.signal,
        ...(url && { url: url.slice(0, 2048) }),
      })
      if (!call.signal.aborted) this.#show(items.slice(0, MOST), place)
    } catch {
      // A kindness, not an answer: the form is whole without it.
    }
  }

  #show(items: readonly SearchHit[], place: Place): void {
    this.items = items
    this.place = place
    this.#host.requestUpdate()
  }

  #stop(): void {
    clearTimeout(this.#pause)
    this.#call?.abort()
  }
}
