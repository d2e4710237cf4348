import type { ListenedTicket, Realtime, RealtimeEvent } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from './listen-while-connected.js'

/** Sooner than this a second look shows nothing new. */
const TOO_SOON = 2000
/** Of so many looks one is taken at a server that is gone: each is a line of the console. */
const RARELY = 4

export interface NewsDeps {
  /** What tells of things as they happen; without it there is nothing but to look. */
  realtime: () => (() => Promise<Realtime>) | undefined
  hear: (event: RealtimeEvent) => void
  /** The one that is looked at, where it is one. */
  ticket?: () => ListenedTicket
  /** The last look found no server. */
  isGone?: () => boolean
}

/**
 * Looks again every so often, but only while somebody can see the result; and at once when the
 * view, the tab or the window comes back. Where it hears of what happens, it looks for that alone.
 */
export class PollController implements ReactiveController {
  #inSight = false
  #last = 0
  #timer: ReturnType<typeof setInterval> | undefined
  readonly #observer: IntersectionObserver
  readonly #host: ReactiveControllerHost & Element
  readonly #look: () => void
  readonly #every: number
  readonly #news: NewsDeps
  #realtime: Realtime | undefined
  #stop: (() => void) | undefined

  constructor(
    host: ReactiveControllerHost & Element,
    every: number,
    look: () => void,
    news: NewsDeps,
  ) {
    this.#host = host
    this.#every = every
    this.#look = look
    this.#news = news
    this.#observer = new IntersectionObserver((entries) => {
      this.#inSight = entries.at(-1)?.isIntersecting === true
      this.#now()
      void this.#listen()
    })
    host.addController(this)
    listenWhileConnected(host, { focus: this.#now, visibilitychange: this.#now })
  }

  /** Whether somebody has the view before their eyes. */
  get isSeen(): boolean {
    return this.#inSight && document.visibilityState === 'visible'
  }

  hostConnected(): void {
    this.#last = Date.now()
    let looks = 0
    this.#timer = setInterval(() => {
      const isRare = this.#news.isGone?.() && ++looks % RARELY
      if (!this.#realtime?.isLive && !isRare) this.#now()
    }, this.#every)
    this.#observer.observe(this.#host)
  }

  hostDisconnected(): void {
    clearInterval(this.#timer)
    this.#observer.disconnect()
    this.#inSight = false
    void this.#listen()
  }

  /** While it is in sight, and only then: what nobody looks at needs no stream. */
  async #listen(): Promise<void> {
    if (!this.#inSight) {
      this.#stop?.()
      this.#stop = undefined
    } else if (!this.#stop) {
      this.#realtime ??= await this.#news
        .realtime()?.()
        .catch(() => undefined)
      const { hear, ticket } = this.#news
      if (this.#inSight) this.#stop ??= this.#realtime?.listen(hear, ticket?.())
    }
  }

  readonly #now = (): void => {
    if (!this.isSeen) return
    // What it shows is before somebody's eyes now.
    this.#host.requestUpdate()
    if (Date.now() - this.#last < TOO_SOON) return
    this.#last = Date.now()
    this.#look()
  }
}
