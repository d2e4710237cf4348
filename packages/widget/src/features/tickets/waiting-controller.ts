import type { Ticket } from '@waypost/sdk/contract'
import type { ReactiveControllerHost } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { FormQueue, QueuedTicket, WaitingQuestions } from './form-queue.js'
import type * as Later from './once-writing.js'

export interface WaitingDeps {
  panel: () => PanelContext
  fetchLater: () => Promise<typeof Later | undefined>
  /** Nobody writes, and nothing is on its way. */
  isFree: () => boolean
  /** The last of them has gone, in front of somebody who saw them wait. */
  arrived: (ticket: Ticket) => void
  /** One stands in the place of the other: form, and what waits. */
  turned: () => void
  /** Out of the outbox again. */
  takenBack: (item: QueuedTicket) => void
}

/** The questions that were sent and have not gone: they can stand in place of the form. */
export class WaitingController implements WaitingQuestions {
  isShown = false
  queue: FormQueue | undefined

  readonly #host: ReactiveControllerHost
  readonly #deps: WaitingDeps

  constructor(host: ReactiveControllerHost, deps: WaitingDeps) {
    this.#host = host
    this.#deps = deps
    host.addController({
      hostConnected: () => void this.queue?.open().catch(() => {}),
      hostDisconnected: () => this.queue?.close(),
    })
  }

  get items(): readonly QueuedTicket[] {
    return this.queue?.items ?? []
  }

  /** Who has written nothing since sees what still waits. */
  async meet(): Promise<void> {
    if (!this.#deps.panel().hasUnsent()) return
    const later = await this.#deps.fetchLater()
    if (!later) return
    await this.queueOf(later)
      .open()
      .catch(() => {})
    if (this.items.length > 0 && this.#deps.isFree()) this.show(true)
    this.#host.requestUpdate()
  }

  queueOf({ createFormQueue, showUnsent }: typeof Later): FormQueue {
    showUnsent()
    this.queue ??= createFormQueue(this.#deps.panel, (ticket) => {
      const isEmpty = this.items.length === 0
      if (ticket && this.isShown && isEmpty) this.#deps.arrived(ticket)
      if (isEmpty) this.isShown = false
      this.#host.requestUpdate()
    })
    return this.queue
  }

  show(isShown: boolean): void {
    this.isShown = isShown
    this.#deps.turned()
  }

  takeBack(item: QueuedTicket): void {
    this.#deps.takenBack(item)
    this.show(false)
  }
}
