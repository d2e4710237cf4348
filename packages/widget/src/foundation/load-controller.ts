import type { ErrorCode, WaypostError } from '@waypost/sdk/client'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from './listen-while-connected.js'

/** Why there is nothing to show: no network at all, or what the call said. */
export type Trouble = 'no-network' | ErrorCode

/** Milliseconds of waiting before anything says so. */
const PATIENCE = 300

/**
 * Loads what a view shows. What was there stays until something newer has come; a load that was
 * overtaken is stopped; one that failed without a network is made again when that is back.
 */
export class LoadController<T> implements ReactiveController {
  value: T | undefined
  trouble: Trouble | undefined
  /** Awaited for so long that it should be said. */
  slow = false

  #call: AbortController | undefined
  readonly #host: ReactiveControllerHost
  readonly #load: (signal: AbortSignal) => Promise<T>

  constructor(host: ReactiveControllerHost, load: (signal: AbortSignal) => Promise<T>) {
    this.#host = host
    this.#load = load
    host.addController(this)
    listenWhileConnected(host, {
      online: () => {
        if (this.trouble) void this.run()
      },
    })
  }

  hostDisconnected(): void {
    this.#stop()
  }

  get loading(): boolean {
    return this.#call !== undefined
  }

  /** Forgets what was there, for a load of something else. */
  forget(): void {
    this.#stop()
    this.#set({ value: undefined, trouble: undefined })
  }

  readonly run = async (): Promise<void> => {
    this.#stop()
    // Tries and waits would only keep the person from hearing it; a worker of the host may know more.
    if (!navigator.onLine && !navigator.serviceWorker?.controller) {
      return this.#set({ trouble: 'no-network' })
    }
    const call = new AbortController()
    this.#call = call
    const patience = setTimeout(() => this.#set({ slow: true }), PATIENCE)
    call.signal.addEventListener('abort', () => clearTimeout(patience))
    try {
      const value = await this.#load(call.signal)
      if (!call.signal.aborted) this.#set({ value, trouble: undefined })
    } catch (error) {
      const code = (error as WaypostError).code ?? 'internal_error'
      if (!call.signal.aborted) this.#set({ trouble: navigator.onLine ? code : 'no-network' })
    } finally {
      clearTimeout(patience)
      if (this.#call === call) {
        this.#call = undefined
        this.#set({ slow: false })
      }
    }
  }

  #set(change: Partial<Pick<this, 'value' | 'trouble' | 'slow'>>): void {
    Object.assign(this, change)
    this.#host.requestUpdate()
  }

  #stop(): void {
    this.#call?.abort()
    this.#call = undefined
    this.slow = false
  }
}
