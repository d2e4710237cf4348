import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from './listen-while-connected.js'

/** Sooner than this a second look shows nothing new. */
const TOO_SOON = 2000

/**
 * Looks again every so often, but only while somebody can see the result; and at once when the
 * view, the tab or the window comes back.
 */
export class PollController implements ReactiveController {
  #inSight = false
  #last = 0
  #timer: ReturnType<typeof setInterval> | undefined
  readonly #observer: IntersectionObserver
  readonly #host: ReactiveControllerHost & Element
  readonly #look: () => void
  readonly #every: number

  constructor(host: ReactiveControllerHost & Element, every: number, look: () => void) {
    this.#host = host
    this.#every = every
    this.#look = look
    this.#observer = new IntersectionObserver((entries) => {
      this.#inSight = entries.at(-1)?.isIntersecting === true
      this.#now()
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
    this.#timer = setInterval(this.#now, this.#every)
    this.#observer.observe(this.#host)
  }

  hostDisconnected(): void {
    clearInterval(this.#timer)
    this.#observer.disconnect()
    this.#inSight = false
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
