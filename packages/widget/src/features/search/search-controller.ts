import type { Client, ErrorCode, WaypostError } from '@waypost/sdk/client'
import type { CollectionCount, SearchResults } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type Offer, OffersController } from './offers-controller.js'
import type { Pick as Choice } from './render-picks.js'

/** Milliseconds without a key before a search is asked for: one for a word, not one a letter. */
const PAUSE = 120
/** Milliseconds of waiting before anything says so. */
const PATIENCE = 300
const LIMIT = 10
/** Searches whose results can be had again without a network. */
const MOST_KEPT = 30

/**
 * Searches while somebody types. A new search stops the one before it, and what was found stays
 * until something new has been.
 */
export class SearchController implements ReactiveController {
  results: SearchResults | undefined
  /** The words that `results` are for. */
  found = ''
  /** Why there is no answer: no network, or what the server said. */
  trouble: 'no-network' | ErrorCode | undefined
  /** The answer has been awaited for so long that it should be said. */
  slow = false
  /** What to read instead where a search found nothing. */
  readonly offers: OffersController

  /** The collection to which the person has narrowed the search; it stays while they type. */
  #shelf: CollectionCount | undefined
  /** What was found before, by collection and words; in memory, as long as the view is there. */
  readonly #kept = new Map<string, SearchResults>()
  #words = ''
  #call: AbortController | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  readonly #host: ReactiveControllerHost
  readonly #client: () => Client
  readonly #locale: () => string

  constructor(
    host: ReactiveControllerHost,
    client: () => Client,
    locale: () => string,
    offer?: Offer,
  ) {
    this.#host = host
    this.offers = new OffersController(host, client, locale, offer)
    this.#client = client
    this.#locale = locale
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('online', this.again)
  }

  hostDisconnected(): void {
    removeEventListener('online', this.again)
    this.#stop()
  }

  /** Searches for the words, once the person has paused. Without words there is nothing to show. */
  search(words: string): void {
    const trimmed = words.trim()
    if (trimmed === this.#words) return
    this.#words = trimmed
    this.#stop()
    if (!trimmed) {
      this.results = undefined
      this.trouble = undefined
      this.#shelf = undefined
    } else {
      this.#pause = setTimeout(this.again, PAUSE)
    }
    this.#host.requestUpdate()
  }

  /** Searches for the same words now. */
  readonly again = (): void => {
    this.#stop()
    if (this.#words) void this.#run(this.#words)
  }

  /** Nothing was found, in any collection, and nothing teaches it. */
  get missed(): boolean {
    const { items, learning } = this.results ?? {}
    return items?.length === 0 && !learning && this.shelves.length < 2
  }

  get isNarrowed(): boolean {
    return this.#shelf !== undefined
  }

  /** The words that the results are for, where those that were typed had to be corrected. */
  get corrected(): string | undefined {
    const words = this.results?.didYouMean
    return words === this.found ? undefined : words
  }

  /** The collections in which there are hits, and the one that was chosen. */
  get shelves(): readonly CollectionCount[] {
    const shelves = this.results?.collections ?? []
    const chosen = this.#shelf
    if (!chosen || shelves.some(({ collection }) => collection === chosen.collection))
      return shelves
    return shelves.length > 0 ? [...shelves, { ...chosen, count: 0 }] : shelves
  }

  get picks(): readonly Choice[] {
    return this.shelves.map((shelf) => {
      const picked = shelf.collection === this.#shelf?.collection
      const pick = () => {
        this.#shelf = picked ? undefined : shelf
        this.again()
      }
      return { title: shelf.title, count: shelf.count, picked, pick }
    })
  }

  async #run(words: string): Promise<void> {
    if (!navigator.onLine) return this.#failed('no-network')
    const call = new AbortController()
    this.#call = call
    const patience = setTimeout(() => this.#set({ slow: true }), PATIENCE)
    call.signal.addEventListener('abort', () => clearTimeout(patience))
    try {
      const results = await this.#client().search(words, {
        locale: this.#locale(),
        limit: LIMIT,
        ...(this.#shelf && { collection: this.#shelf.collection }),
        signal: call.signal,
      })
      if (call.signal.aborted) return
      this.#keep(words, results)
      this.#set({ results, found: words, trouble: undefined })
      if (this.missed) void this.offers.fetch(call.signal)
    } catch (error) {
      if (call.signal.aborted) return
      this.#failed(navigator.onLine ? (error as WaypostError).code : 'no-network')
    } finally {
      clearTimeout(patience)
      if (this.#call === call) this.#set({ slow: false })
    }
  }

  #failed(trouble: 'no-network' | ErrorCode): void {
    const isAway = trouble === 'no-network' || trouble === 'offline'
    const results = isAway ? this.#kept.get(this.#name(this.#words)) : undefined
    this.#set({ trouble, ...(results && { results, found: this.#words }) })
  }

  #name(words: string): string {
    return JSON.stringify([this.#locale(), this.#shelf?.collection, words])
  }

  #keep(words: string, results: SearchResults): void {
    this.#kept.set(this.#name(words), results)
    const [oldest = ''] = this.#kept.keys()
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest)
  }

  #set(change: Partial<Pick<this, 'results' | 'found' | 'trouble' | 'slow'>>): void {
    Object.assign(this, change)
    this.#host.requestUpdate()
  }

  #stop(): void {
    clearTimeout(this.#pause)
    this.#call?.abort()
    this.#call = undefined
    this.slow = false
  }
}
