import type { LitElement, ReactiveController } from 'lit'

/** Milliseconds for which the end of a text is in sight before it has been read. */
const READ = 2_000

/** Says once that somebody has had the end of a page, its `.end`, before their eyes. */
export class EndController implements ReactiveController {
  #end: Element | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #host: LitElement
  readonly #reached: () => void
  readonly #sight = new IntersectionObserver(([entry]) => {
    clearTimeout(this.#timer)
    if (!entry?.isIntersecting) return
    this.#timer = setTimeout(() => {
      if (document.visibilityState === 'visible') this.#reached()
    }, READ)
  })

  constructor(host: LitElement, reached: () => void) {
    this.#host = host
    this.#reached = reached
    host.addController(this)
  }

  /** The page may have another end by now. */
  follow(): void {
    const end = this.#host.renderRoot.querySelector('.end')
    if (end === this.#end) return
    this.hostDisconnected()
    this.#end = end
    if (end) this.#sight.observe(end)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#sight.disconnect()
    this.#end = null
  }
}
