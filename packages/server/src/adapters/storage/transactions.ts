import { WaypostError } from '@waypost/sdk/contract'
import type { Storage, Transaction } from '../../domain/storage.js'
import type { Clock } from '../../foundation/clock.js'
import type { Change } from './change.js'
import { createKeptEvents } from './kept-events.js'
import type { KeptTables } from './kept-tables.js'
import { openTransaction } from './open-transaction.js'
import { createSweep } from './sweep.js'

/** What an adapter does with each commit beside the tables. */
export interface Keeper {
  /** Throws where there is no room for what somebody wants to write. */
  admit(changes: readonly Change[]): void
  /** Takes the changes of one commit, whole, or throws and takes none. Commits come in order. */
  keep(changes: readonly Change[]): void
  /** Resolves when all that was taken up to now is safe; at once where nothing is under way. */
  whenSafe(): Promise<void>
}

export interface TransactionsDeps {
  kept: KeptTables
  clock: Clock
  keeper: Keeper
  /** After this many milliseconds a piece of work is given up, so that others are not held. */
  deadline?: number
}

type Outcome<T> = { value: T; hasEvents: boolean } | { error: unknown }

/**
 * Runs transactions over tables one after another. Each ends in one synchronous step that changes
 * tables, numbers and keeper together, so no reader ever sees a half; the next one runs while the
 * keeper still writes, and everybody is answered only when what they could have seen is safe.
 */
export function createTransactions({ kept, clock, keeper, deadline = 30_000 }: TransactionsDeps) {
  const events = createKeptEvents(kept)
  const listSwept = createSweep(kept)
  const wakes = new Set<() => void>()
  let lastTurn: Promise<unknown> = Promise.resolve()
  let isClosed = false

  /** A turn that fails ends like any other: the next one comes. */
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(step)
    lastTurn = turn.catch(() => undefined)
    return turn
  }

  function commit(changes: readonly Change[]): void {
    if (changes.length === 0) return
    keeper.keep(changes)
    for (const change of changes) kept.apply(change)
    events.noteCommitted(changes)
  }

  function sweep(): void {
    const now = clock.now()
    const swept = listSwept(now)
    commit([...swept, ...events.marksFor(swept, now)])
  }

  async function runAlone<T>(work: (tx: Transaction) => Promise<T>): Promise<Outcome<T>> {
    const open = openTransaction(kept, events)
    try {
      const value = await withDeadline(work(open.tx), deadline)
      const { changes, added } = open.end()
      const all = [...changes, ...events.numbered(added, clock.now())]
      if (all.length > 0) keeper.admit(all)
      commit(all)
      return { value, hasEvents: added.length > 0 }
    } catch (error) {
      open.end()
      return { error }
    }
  }

  return {
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      const { outcome, safe } = await inTurn(async () => {
        if (isClosed) throw new WaypostError('unavailable', { detail: 'The storage is closed' })
        sweep()
        const outcome = await runAlone(work)
        // Asked for in the turn itself: later commits need not be waited for.
        return { outcome, safe: keeper.whenSafe() }
      })
      // Also a refusal tells what was seen, so it waits as well.
      await safe
      if ('error' in outcome) throw outcome.error
      if (outcome.hasEvents) for (const wake of wakes) queueMicrotask(wake)
      return outcome.value
    },

    onEvents(wake: () => void): () => void {
      const own = () => wake()
      wakes.add(own)
      return () => {
        wakes.delete(own)
      }
    },

    /** Takes nothing new; resolves when everything asked for before has ended. */
    async end(): Promise<void> {
      await inTurn(async () => {
        isClosed = true
      })
      await keeper.whenSafe()
    },
  } satisfies Omit<Storage, 'close'> & { end(): Promise<void> }
}

/** Work waits for stores alone, which answer at once; what takes long waits for something else. */
async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = milliseconds / 1000
      const hint = 'it may wait for nothing but its own stores'
      reject(new Error(`[waypost] storage: a transaction took over ${seconds} s; ${hint}`))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
