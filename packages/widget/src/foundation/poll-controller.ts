import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Sooner than this a second look shows nothing new. */
const TOO_SOON = 2000

/**
 * Looks again every so often, but only while somebody can see the result; and at once when the
 * view, the tab or the window comes back.
 */
export class PollController implements ReactiveController {
  #seen = false
  #last = 0
  #timer: ReturnType<typeof setInterval> | undefined
  #observer: IntersectionObserver | undefined
  readonly #host: ReactiveControllerHost & Element
  readonly #look: () => void
  readonly #every: number

  constructor(host: ReactiveControllerHost & Element, every: number, look: () => void) {
    this.#host = host
    this.#every = every
    this.#look = look
    host.addController(this)
  }

  hostConnected(): void {
    this.#last = Date.now()
    addEventListener('focus', this.#now)
    document.addEventListener('visibilitychange', this.#now)
    this.#timer = setInterval(this.#now, this.#every)
    this.#observer = new IntersectionObserver((entries) => {
      this.#seen = entries.at(-1)?.isIntersecting === true
      this.#now()
    })
    this.#observer.observe(this.#host)
  }

  hostDisconnected(): void {
    removeEventListener('focus', this.#now)
    document.removeEventListener('visibilitychange', this.#now)
    clearInterval(this.#timer)
    this.#observer?.disconnect()
    this.#seen = false
  }

  readonly #now = (): void => {
    const isSoon = Date.now() - this.#last < TOO_SOON
    if (!this.#seen || document.visibilityState !== 'visible' || isSoon) return
    this.#last = Date.now()
    this.#look()
  }
}
