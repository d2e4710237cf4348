import { WaypostError } from '@waypost/sdk/contract'
import type { Storage, Transaction } from '../../domain/storage.js'
import type { Clock } from '../../foundation/clock.js'
import type { Change } from './change.js'
import { createKeptEvents } from './kept-events.js'
import type { KeptTables } from './kept-tables.js'
import { createKeptTexts } from './kept-texts.js'
import { openTransaction } from './open-transaction.js'
import { createSweep } from './sweep.js'
import { createWakes } from './wakes.js'
import { withDeadline } from './with-deadline.js'

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

type Outcome<T> = { value: T; hasEvents: boolean } | { error: unknown } | { lacks: 'texts' }

/**
 * Runs transactions over tables one after another. Each ends in one synchronous step that changes
 * tables, numbers and keeper together, so no reader ever sees a half; the next one runs while the
 * keeper still writes, and everybody is answered only when what they could have seen is safe.
 */
export function createTransactions({ kept, clock, keeper, deadline = 30_000 }: TransactionsDeps) {
  const events = createKeptEvents(kept)
  const texts = createKeptTexts(kept)
  const listSwept = createSweep(kept)
  const { wakeAll, onEvents } = createWakes()
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
    for (const change of changes) {
      texts.keep(change)
      kept.apply(change)
    }
    events.noteCommitted(changes)
  }

  function sweep(): void {
    const now = clock.now()
    const swept = listSwept(now)
    commit([...swept, ...events.marksFor(swept, now)])
  }

  async function runAlone<T>(work: (tx: Transaction) => Promise<T>): Promise<Outcome<T>> {
    const open = openTransaction(kept, events, texts)
    try {
      const value = await withDeadline(work(open.tx), deadline)
      if (open.lacksTexts()) return { lacks: 'texts' }
      const { changes, added } = open.end()
      const all = [...changes, ...events.numbered(added, clock.now())]
      if (all.length > 0) keeper.admit(all)
      commit(all)
      return { value, hasEvents: added.length > 0 }
    } catch (error) {
      return open.lacksTexts() ? { lacks: 'texts' } : { error }
    } finally {
      open.end()
    }
  }

  /** One turn of the work; what it saw is safe when this resolves. */
  async function takeTurn<T>(work: (tx: Transaction) => Promise<T>): Promise<Outcome<T>> {
    const { outcome, safe } = await inTurn(async () => {
      if (isClosed) throw new WaypostError('unavailable', { detail: 'The storage is closed' })
      sweep()
      const outcome = await runAlone(work)
      // Asked for in the turn itself: later commits need not be waited for.
      return { outcome, safe: keeper.whenSafe() }
    })
    // Also a refusal tells what was seen, so it waits as well.
    await safe
    return outcome
  }

  return {
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      let outcome = await takeTurn(work)
      while ('lacks' in outcome) {
        // In no turn, so that others go on while all texts are read.
        await texts.whenReady()
        outcome = await takeTurn(work)
      }
      if ('error' in outcome) throw outcome.error
      if (outcome.hasEvents) wakeAll()
      return outcome.value
    },

    onEvents,

    /** Takes nothing new; resolves when everything asked for before has ended. */
    async end(): Promise<void> {
      await inTurn(async () => {
        isClosed = true
        texts.stop()
      })
      await keeper.whenSafe()
    },
  } satisfies Omit<Storage, 'close'> & { end(): Promise<void> }
}
