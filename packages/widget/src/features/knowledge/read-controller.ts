import type { Article } from '@waypost/sdk/contract'
import type { LitElement, ReactiveController } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'

/** Seconds in sight after which an article has been read; and where its end is in sight, too. */
const OPEN = 10
const AT_ITS_END = 3

/** Tells the server, once, that an article was read. Nobody hears of trouble with it. */
export class ReadController implements ReactiveController {
  #article: Article | undefined
  #seconds = 0
  #isTold = false
  #clock: ReturnType<typeof setInterval> | undefined
  readonly #host: LitElement
  readonly #panel: () => PanelContext

  constructor(host: LitElement, panel: () => PanelContext) {
    this.#host = host
    this.#panel = panel
    host.addController(this)
  }

  /** This article is shown; one that was shown before counts no further. */
  begin(article: Article): void {
    const { id, locale } = this.#article ?? {}
    if (article.id === id && article.locale === locale) return
    this.#article = article
    this.#seconds = 0
    this.#isTold = false
    this.hostConnected()
  }

  /** Moved within the page, it counts on. */
  hostConnected(): void {
    clearInterval(this.#clock)
    if (this.#article && !this.#isTold) this.#clock = setInterval(this.#tick, 1_000)
  }

  hostDisconnected(): void {
    clearInterval(this.#clock)
  }

  readonly #tick = (): void => {
    const body = this.#host.renderRoot.querySelector('article')?.getBoundingClientRect()
    const end = this.#host.renderRoot.querySelector('.end')?.getBoundingClientRect()
    if (!body || !end || !this.#article || !this.#isSeen(body)) return
    this.#seconds++
    const isAtEnd = end.top < Math.min(body.bottom, innerHeight)
    if (this.#seconds < (isAtEnd ? AT_ITS_END : OPEN)) return
    clearInterval(this.#clock)
    this.#isTold = true
    const { id: articleId, locale } = this.#article
    const { client } = this.#panel()
    client.track([{ kind: 'article.read', articleId, locale }]).catch(() => {})
  }

  /** On the screen: what stands under another page, or further down in the host's, is not. */
  #isSeen({ top, bottom }: DOMRect): boolean {
    const isShown = document.visibilityState === 'visible' && this.#host.checkVisibility()
    return isShown && bottom > 0 && top < innerHeight
  }
}
