import type { LoggedEvent } from '../domain/event-log.js'
import type { Storage } from '../domain/storage.js'

export interface EventFollower {
  /** Resolves when every event that is in the log by now has been handled. */
  caughtUp(): Promise<void>
  /** The number of the newest event that has been handled. */
  last(): number
  /** Something has happened, or may have, that has not been handled yet. */
  isBehind(): boolean
  /** Events were forgotten before they were read: whoever followed them must begin anew. */
  hasMissed(): boolean
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
  /** Hears of the first failure of many in a row. */
  onError(error: unknown): void
}): EventFollower {
  let last = deps.after
  let stopped = false
  let missed = false
  let isTold = false
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
    isBehind: () => working !== undefined || isTold,
    hasMissed: () => missed,
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
        isTold = false
      } catch (error) {
        // What failed is read again soon: the number only moves past what was handled.
        if (!isTold) deps.onError(error)
        isTold = true
        setTimeout(wake, RETRY).unref()
        return
      }
    }
  }

  async function catchUp(): Promise<void> {
    for (;;) {
      const { events, isWhole } = await deps.storage.transaction(async (tx) => {
        const events = await tx.events.listAfter(last, BATCH)
        // A node that was cut off for a day finds the log begin later than it had read.
        const isNext = events[0] === undefined || events[0].number === last + 1
        return { events, isWhole: isNext || (await tx.events.first()) <= last + 1 }
      })
      const newest = events.at(-1)
      if (!newest || stopped) return
      if (!isWhole && !missed) {
        missed = true
        deps.onError(
          new Error('events were forgotten before they were read: start this node again'),
        )
      }
      await deps.handle(events)
      last = newest.number
    }
  }
}
