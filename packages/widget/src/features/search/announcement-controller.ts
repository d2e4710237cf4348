import type { SearchResults } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { nameOf } from '../../foundation/hit.js'
import type { Translator } from '../../foundation/i18n.js'
import { countOf } from './render-results.js'
import type { SearchController } from './search-controller.js'

/** Milliseconds that the count must stand before it is read out: not at every letter. */
const SETTLED = 600

/** What somebody who does not see the list should hear, once it stands still. */
export class AnnouncementController implements ReactiveController {
  text = ''

  #of: SearchResults | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #host: ReactiveControllerHost
  readonly #search: SearchController
  readonly #translator: () => Translator | undefined

  constructor(
    host: ReactiveControllerHost,
    search: SearchController,
    translator: () => Translator | undefined,
  ) {
    this.#host = host
    this.#search = search
    this.#translator = translator
    host.addController(this)
  }

  hostUpdated(): void {
    const { results } = this.#search
    // What another search ends with is said as well where the words are the same: they go and come.
    if (results !== this.#of) this.#say('')
    this.#of = results
    if (this.#status() === this.text) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#say(this.#status()), SETTLED)
  }

  #say(text: string): void {
    this.text = text
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }

  #status(): string {
    const translator = this.#translator()
    const { results, slow, found, trouble, missed, corrected } = this.#search
    if (!translator || trouble) return ''
    const { t } = translator
    if (slow) return t('search.searching')
    if (!results) return ''
    if (missed) return t('search.nothing', { words: found })
    const { answer, learning = [] } = results
    return [
      countOf(this.#search, translator),
      corrected && t('search.showing', { words: corrected }),
      answer && `${t('search.answer')}: ${answer.title}`,
      ...learning.map((hit) => nameOf(hit, t)),
    ]
      .filter(Boolean)
      .join('. ')
  }
}
