import type { LoggedEvent } from '../domain/event-log.js'
import type { Storage } from '../domain/storage.js'

export interface EventFollower {
  /** Resolves when every event that is in the log by now has been handled. */
  caughtUp(): Promise<void>
  /** The number of the newest event that has been handled. */
  last(): number
  stop(): void
}

const BATCH = 500
/** Milliseconds after which a batch that failed is tried again. */
const RETRY = 1_000

/**
 * Hands every event after a number to `handle`, in order, at least once. A wake-up only says that
 * there may be more: what happened is read from the log.
 */
export function followEvents(deps: {
  storage: Storage
  after: number
  handle(events: readonly LoggedEvent[]): Promise<void>
  onError(error: unknown): void
}): EventFollower {
  let last = deps.after
  let stopped = false
  let working: Promise<void> | undefined
  let again = false

  const unsubscribe = deps.storage.onEvents(wake)
  wake()
  return {
    async caughtUp() {
      wake()
      while (working) await working
    },
    last: () => last,
    stop() {
      stopped = true
      unsubscribe()
    },
  }

  function wake(): void {
    if (stopped) return
    again = true
    working ??= work().finally(() => {
      working = undefined
      if (again && !stopped) wake()
    })
  }

  async function work(): Promise<void> {
    while (again && !stopped) {
      again = false
      try {
        await catchUp()
      } catch (error) {
        // What failed is read again soon: the number only moves past what was handled.
        deps.onError(error)
        setTimeout(wake, RETRY).unref()
        return
      }
    }
  }

  async function catchUp(): Promise<void> {
    for (;;) {
      const events = await deps.storage.transaction((tx) => tx.events.listAfter(last, BATCH))
      const newest = events.at(-1)
      if (!newest || stopped) return
      await deps.handle(events)
      last = newest.number
    }
  }
}
