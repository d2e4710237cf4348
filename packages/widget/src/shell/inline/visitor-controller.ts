import type { Client, ErrorCode, WaypostError } from '@waypost/sdk/client'
import type {
  Guest,
  PanelChange,
  PanelOptions,
  PanelTarget,
  SdkEventName,
} from '@waypost/sdk/contract'
import { STANDS } from '@waypost/sdk/embed'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { activeElement } from '../../foundation/active-element.js'
import type { FoundStay } from './find-stay.js'

export interface VisitorHost extends ReactiveControllerHost, HTMLElement {
  baseUrl: string
  site: string
}

export interface VisitorDeps {
  /** Makes it the guest of a widget. */
  stay(guest: Guest): Promise<FoundStay>
  /** There is what views work with, from now on, or from another widget than before. */
  came(options: PanelOptions<Client>): void
  changed(change: PanelChange): void
  /** Another person, or nobody. */
  reset(): void
  /** Nothing may be left of what stood here. */
  gone(): void
  heard(name: SdkEventName): void
}

/** Makes an element the guest of a widget for as long as it is in the page. */
export class VisitorController implements ReactiveController {
  options: PanelOptions<Client> | undefined
  /** Why there is nothing to work with. */
  trouble: ErrorCode | undefined

  #stay: FoundStay | undefined
  #turn: object | undefined
  #of = ''
  readonly #host: VisitorHost
  readonly #deps: VisitorDeps

  constructor(host: VisitorHost, deps: VisitorDeps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener(STANDS, this.#stands)
    // Moved within the page, it stays whose guest it is.
    if (!this.#turn) void this.#come()
  }

  hostDisconnected(): void {
    removeEventListener(STANDS, this.#stands)
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#leave()
    })
  }

  hostUpdate(): void {
    if (this.#turn && this.#of !== this.#asked) this.again()
  }

  /** Begins anew, as after a failure. */
  readonly again = (): void => {
    this.#leave()
    void this.#come()
  }

  /** In the panel of the widget. */
  open(target: PanelTarget): void {
    // What goes wrong there is told by the widget.
    this.#stay?.open(target, activeElement()).catch(() => {})
  }

  get #asked(): string {
    return `${this.#host.baseUrl} ${this.#host.site}`
  }

  async #come(): Promise<void> {
    const mine = (this.#turn = {})
    this.#of = this.#asked
    const guest: Guest = {
      update: (change) => this.#deps.changed(change),
      reset: () => this.#deps.reset(),
      destroy: () => this.again(),
      heard: (name) => this.#deps.heard(name),
    }
    const stay = await this.#deps.stay(guest).catch((error: WaypostError) => {
      console.warn('[waypost]', error)
      if (mine === this.#turn) this.trouble = error.code ?? 'internal_error'
    })
    if (mine !== this.#turn) return stay?.leave()
    if (stay) {
      this.#stay = stay
      this.options = stay.options
      this.#deps.came(stay.options)
    }
    this.#host.requestUpdate()
  }

  #leave(): void {
    if (!this.#turn) return
    this.#turn = this.options = this.trouble = undefined
    this.#stay?.leave()
    this.#stay = undefined
    this.#deps.gone()
  }

  /** A widget of the host's comes before one that stands for elements alone. */
  readonly #stands = (): void => {
    if (this.#stay?.isOwn) this.again()
  }
}
