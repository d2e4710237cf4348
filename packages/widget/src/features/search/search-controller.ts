import type { Client, ErrorCode, WaypostError } from '@waypost/sdk/client'
import type { SearchHit, SearchResults } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Milliseconds without a key before a search is asked for: one for a word, not one a letter. */
const PAUSE = 120
/** Milliseconds of waiting before anything says so. */
const PATIENCE = 300
const LIMIT = 10

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
  /** What many read, offered where a search found nothing. */
  often: readonly SearchHit[] = []

  #words = ''
  #call: AbortController | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  readonly #host: ReactiveControllerHost
  readonly #client: () => Client
  readonly #locale: () => string
  readonly #offer: (signal: AbortSignal) => Promise<readonly SearchHit[]>

  /** `offer` says what to read instead where nothing is found; what the server suggests, unless given. */
  constructor(
    host: ReactiveControllerHost,
    client: () => Client,
    locale: () => string,
    offer = async (signal: AbortSignal): Promise<readonly SearchHit[]> =>
      (await client().suggestions({ locale: locale(), signal })).items,
  ) {
    this.#host = host
    this.#offer = offer
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
        signal: call.signal,
      })
      if (call.signal.aborted) return
      this.#set({ results, found: words, trouble: undefined })
      if (results.items.length === 0) void this.#fetchOften(call.signal)
    } catch (error) {
      if (call.signal.aborted) return
      this.#failed(navigator.onLine ? (error as WaypostError).code : 'no-network')
    } finally {
      clearTimeout(patience)
      if (this.#call === call) this.#set({ slow: false })
    }
  }

  async #fetchOften(signal: AbortSignal): Promise<void> {
    try {
      const items = await this.#offer(signal)
      if (!signal.aborted) this.#set({ often: items.slice(0, 3) })
    } catch {
      // A kindness, not an answer: without it the page says all that it must.
    }
  }

  #failed(trouble: 'no-network' | ErrorCode): void {
    this.#set({ trouble })
  }

  #set(change: Partial<Pick<this, 'results' | 'found' | 'trouble' | 'slow' | 'often'>>): void {
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
