import { WaypostError } from '@waypost/sdk/contract'
import type { Client } from 'pg'
import type { Storage, Transaction } from '../../../domain/storage.js'
import type { Clock } from '../../../foundation/clock.js'
import { type Logger, silentLogger } from '../../../foundation/logger.js'
import { SWEEP_BATCH } from '../sweep.js'
import type { Connection } from './connect.js'
import { greet } from './greet.js'
import { createHead, NotInHead } from './head.js'
import { keepWords } from './keep-words.js'
import { createLine } from './line.js'
import { Lost, placeOf } from './lost.js'
import { refuseOutdated } from './migrate.js'
import { openDatabase } from './open-database.js'
import { createOutage, pauseBefore } from './outage.js'
import { createReader } from './reader.js'
import { createReaders } from './readers.js'
import { type Draft, runWork, type Work } from './run-work.js'
import { beginReading, readState, type State } from './state.js'
import { draftSweep } from './sweep.js'
import { createTurns, NotItsTurn } from './turns.js'
import { PASSED } from './untold.js'
import { watchEvents } from './watch-events.js'
import { createWriter, hasWrites, type Redraft } from './writer.js'

export interface PostgresStorageOptions {
  /** `postgres://user:password@host:port/database`; it is never logged. */
  url: string
  clock: Clock
  log?: Logger
  /** After this many milliseconds a piece of work is given up; 30,000 unless said. */
  deadline?: number
}

/** So many of those that read look for words at a time, which takes long: there is always one for all else. */
const SEARCHERS = 4

/** A node that says nothing in the middle of a commit for so long lets others go on: milliseconds. */
const WRITER_SILENCE = 5_000

/** A database that does not say for so long what was committed last counts as lost: milliseconds. */
const WATCH_SILENCE = 4_000

/** How often what has ended is looked for: milliseconds. */
const SWEEP_EVERY = 60_000

/**
 * Opens a storage in a PostgreSQL database, which any number of nodes may share. Brings the database
 * to this version first. Throws one clear line where it cannot be opened, or is of a newer version.
 */
export async function openPostgresStorage(options: PostgresStorageOptions): Promise<Storage> {
  const { url, clock, log = silentLogger, deadline = 30_000 } = options
  await openDatabase({ url, log })
  const outage = createOutage({ place: placeOf(url), log })
  const readers = createReaders({ url, silence: deadline, outage })
  const start = await readers.lend(readState)
  let declared = start.declared
  const head = createHead()
  // Behind another connection there may be another server, which has lost what this one had.
  const line = createLine({ url, silence: WRITER_SILENCE, greet, onEnd: head.forget })
  const watchLine = createLine({ url, silence: deadline, answer: WATCH_SILENCE })
  const watch = watchEvents({ line: watchLine, outage, from: start.lastEvent })
  const onCommit = ({ lastEvent }: State) => {
    watch.committed(lastEvent)
    words.soon()
  }
  const writer = createWriter({ line, outage, clock, head, check, onCommit })
  const words = keepWords({
    run: (draftTexts) => run(draftTexts),
    onPassed: (passed) => log.warn(PASSED, { ...passed }),
    onFailure({ message: problem }) {
      if (!outage.isOn()) log.warn('Could not keep words to search', { problem })
    },
  })
  const searches = createTurns(SEARCHERS)
  const underWay = new Set<Promise<unknown>>()
  let sweptAt = Number.NEGATIVE_INFINITY
  let closing: Promise<void> | undefined

  async function check(seen: State, connection: Connection): Promise<void> {
    if (seen.declared === declared) return
    await refuseOutdated(connection as Client)
    declared = seen.declared
  }

  /** Runs it; whoever wants to search waits for a turn, and then holds it to the end. */
  async function run(make: Make, fromHead?: FromHead): Promise<unknown> {
    const until = Date.now() + deadline
    let hasTurn = false
    const onSearch = () => {
      hasTurn ||= searches.takeAtOnce()
      if (!hasTurn) throw new NotItsTurn('others are searching')
    }
    try {
      return await runUntil(until, make, onSearch, fromHead)
    } catch (error) {
      if (!(error instanceof NotItsTurn)) throw error
      await searches.take()
      hasTurn = true
      return await runUntil(until, make, onSearch)
    } finally {
      if (hasTurn) searches.giveBack()
    }
  }

  /** Makes a draft over what is remembered or a snapshot, and writes it where it wants to write. */
  async function runUntil(
    until: number,
    make: Make,
    onSearch: () => void,
    fromHead?: FromHead,
  ): Promise<unknown> {
    const fromSnapshot = () =>
      readers.lend(async (connection) => {
        outage.refuseAfter(until)
        const seen = beginReading(connection)
        // Whoever needs it waits for it; nobody else does.
        seen.catch(() => undefined)
        const made = await make(connection, seen, onSearch)
        await check(made.seen, connection)
        if (writer.isIdle()) head.saw(made.seen)
        return made
      })
    for (let tries = 0; ; tries += 1) {
      outage.refuseAfter(until)
      try {
        const draft = (tries === 0 && (await fromHead?.())) || (await fromSnapshot())
        const outcome = hasWrites(draft)
          ? await writer.submit({ draft, redraft: make, until })
          : draft.outcome
        if ('error' in outcome) throw new Refusal(outcome.error)
        return outcome.value
      } catch (error) {
        if (error instanceof Refusal) throw error.cause
        if (!(error instanceof Lost) || error instanceof NotItsTurn) throw error
        outage.refuseAfter(until, error)
        await pauseBefore(tries)
      }
    }
  }

  /** A draft over what this node has written last; nothing where that does not do, or it writes nothing. */
  async function draftFromHead(work: Work): Promise<Draft | undefined> {
    const seen = writer.isIdle() ? head.state() : undefined
    if (!seen) return undefined
    try {
      const reader = head.readerAt(seen, clock.now().toISOString())
      const draft = await runWork({ work, reader, seen, deadline })
      return hasWrites(draft) ? draft : undefined
    } catch (error) {
      if (error instanceof NotInHead) return undefined
      throw error
    }
  }

  function tracked<T>(promise: Promise<T>): Promise<T> {
    underWay.add(promise)
    const forget = () => underWay.delete(promise)
    promise.then(forget, forget)
    return promise
  }

  function sweep(): void {
    const time = clock.now().getTime()
    // Any leap of the clock, also back, makes it look.
    if (Math.abs(time - sweptAt) < SWEEP_EVERY) return
    sweptAt = time
    tracked(sweepAll()).catch((error: Error) => {
      sweptAt = Number.NEGATIVE_INFINITY
      if (!outage.isOn()) log.warn('Could not sweep what has ended', { problem: error.message })
    })
  }

  async function sweepAll(): Promise<void> {
    const batch = () => run((connection, seen) => draftSweep(connection, seen, clock.now()))
    while (!closing && (await batch()) === SWEEP_BATCH);
  }

  async function close(): Promise<void> {
    await words.end()
    while (underWay.size > 0) await Promise.allSettled(underWay)
    await watch.close()
    await writer.close()
    await readers.end()
  }

  // What a node has left that died.
  words.soon()
  return {
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      if (closing) throw new WaypostError('unavailable', { detail: 'The storage is closed' })
      sweep()
      const make: Make = (connection, seen, onSearch) => {
        const now = clock.now().toISOString()
        const reader = createReader({ connection, seen, now, onSearch })
        return runWork({ work: work as Work, reader, seen, deadline })
      }
      return tracked(run(make, () => draftFromHead(work as Work))) as Promise<T>
    },
    onEvents: watch.onEvents,
    isReachable: () => !outage.isOn(),
    close() {
      closing ??= close()
      return closing
    },
  }
}

/** A first draft may have to wait with a search; one that is made again while others wait may not. */
type Make = (...args: [...Parameters<Redraft>, onSearch?: () => void]) => ReturnType<Redraft>

/** Makes one without asking the database, where that can be. */
type FromHead = () => Promise<Draft | undefined>

/** What the work itself threw, which may look like anything. */
class Refusal extends Error {
  constructor(cause: unknown) {
    super('refused', { cause })
  }
}
