import { type EventKind, isWaypostError, WaypostError } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import type { Actor } from '../actor.js'
import type { LoggedEvent } from '../event-log.js'
import type { Storage } from '../storage.js'
import { heardBy } from './heard.js'
import { createListeners } from './listeners.js'
import type { Outlet } from './outlet.js'
import { isOfTicket, type Occurrence, readOccurrences } from './read-heard.js'
import { keysOf, keysReached, namelessKey, sessionKey } from './stream-keys.js'

export interface StreamsDeps {
  storage: Storage
  clock: Clock
  onError(error: unknown): void
}

export interface Opening {
  readonly actor: Actor
  /** Who it is by now: throws where their token opens nothing any more. */
  actorNow(): Promise<Actor>
  /** The last number that they have had; without it they hear what comes from now on. */
  readonly after: number | undefined
  readonly outlet: Outlet
}

interface Listener {
  actor: Actor
  readonly actorNow: () => Promise<Actor>
  readonly outlet: Outlet
  /** What has this number, or a lower one, is told no more. */
  after: number
  /** What came while the log was read for them; nothing once that is over. */
  waiting: (() => void)[] | undefined
  checkedAt: number
}

/** Events of the log that are read in one go for somebody who comes back. */
const BATCH = 500
/** Who was away for more events than this reads what they show again: that costs less. */
const MOST_REPLAYED = 10_000
/** What may wait while the log is read for somebody. */
const MOST_WAITING = 500
/** So many are asked at once who they are by now. */
const AT_ONCE = 16
/** Milliseconds after which it is asked who somebody is, though nothing has happened for them. */
const RECHECK = 60_000
/** Milliseconds after which it is true no more, and told to nobody who comes back. */
const OVER_AFTER: Partial<Record<EventKind, number>> = {
  'ticket.typing': 6_000,
  'ticket.viewed': 30_000,
}

/** Tells everybody who listens what they may hear, each event once and in order. */
export function createStreams({ storage, clock, onError }: StreamsDeps) {
  const listeners = createListeners<Listener>()
  /** The last event whose listeners have been found: who comes now hears what follows it. */
  let through = 0
  /** The last event that all of its listeners have been told. */
  let told = 0
  let isOver = false

  return {
    /** Where to follow the log from. */
    async start(): Promise<number> {
      through = await storage.transaction((tx) => tx.events.last())
      told = through
      return through
    },

    /** Begins to tell; returns what ends it when the line is gone. */
    open({ actor, actorNow, after, outlet }: Opening): () => void {
      if (isOver) throw new WaypostError('unavailable', { retryAfter: 1 })
      const checkedAt = clock.now().getTime()
      const from = Math.max(through, after ?? 0)
      const listener: Listener = {
        ...{ actor, actorNow, outlet, after: from, waiting: [], checkedAt },
      }
      listeners.put(listener, keysOf(actor))
      begin(listener, after, through).catch((error: unknown) => {
        onError(error)
        listeners.remove(listener)
        // They come back with the number that they have had.
        outlet.drop()
      })
      return () => listeners.remove(listener)
    },

    /** Tells what happened. May be called again with the same after a failure. */
    async handle(events: readonly LoggedEvent[]): Promise<void> {
      const newest = events.at(-1)
      if (newest === undefined) return
      if (listeners.count() > 0) await tell(events, newest.number)
      through = newest.number
      told = newest.number
    },

    /** Something may have been missed: everybody reads again what they show. */
    reset(): void {
      for (const { outlet } of listeners.all()) outlet.send({ id: through, signal: 'reset' })
    },

    /** Says on each line that it is alive, and looks whether it still may be. */
    async beat(): Promise<void> {
      const now = clock.now().getTime()
      const all = listeners.all()
      for (const { outlet, waiting, after } of all) {
        outlet.beat(waiting ? undefined : Math.max(after, told))
      }
      await eachOf(
        all.filter(({ checkedAt }) => now - checkedAt >= RECHECK),
        (listener) => current(listener),
      )
    },

    /** Ends every stream, and takes no more. */
    end(): void {
      isOver = true
      for (const listener of listeners.all()) {
        listeners.remove(listener)
        listener.outlet.leave()
      }
    },

    count: () => listeners.count(),
  }

  async function tell(events: readonly LoggedEvent[], newest: number): Promise<void> {
    const occurrences = await readOccurrences(storage, events, (site) =>
      listeners.isAnyAt(namelessKey(site)),
    )
    // From here to `through` nothing is awaited: who comes before or after hears each event once.
    const reached = new Map<Listener, Occurrence[]>()
    for (const occurrence of occurrences) {
      const { event, ticket, sessionIds } = occurrence
      const keys = [...keysReached(event, ticket), ...sessionIds.map(sessionKey)]
      for (const listener of listeners.at(keys)) {
        const theirs = reached.get(listener)
        if (theirs) theirs.push(occurrence)
        else reached.set(listener, [occurrence])
      }
    }
    through = newest
    await eachOf([...reached], async ([listener, theirs]) => {
      const actor = await current(listener)
      if (!actor) return
      for (const one of theirs) {
        if (one.number <= listener.after) continue
        listener.after = one.number
        if (!listener.waiting) send(listener.outlet, actor, one)
        else if (listener.waiting.length < MOST_WAITING) {
          listener.waiting.push(() => send(listener.outlet, actor, one))
        } else listener.outlet.drop()
      }
    })
  }

  /** What somebody has missed, if anything, before they hear what comes. */
  async function begin(listener: Listener, after: number | undefined, to: number): Promise<void> {
    const { outlet } = listener
    if (after === undefined) outlet.send({ id: to, signal: 'ready' })
    else if (to - after <= MOST_REPLAYED && (await isKept(after))) await replay(listener, after, to)
    else {
      listener.after = through
      listener.waiting = []
      outlet.send({ id: through, signal: 'reset' })
    }
    const { waiting = [] } = listener
    listener.waiting = undefined
    for (const release of waiting) release()
  }

  /** Whether everything after this number is still in the log, and the number is one of ours. */
  function isKept(after: number): Promise<boolean> {
    return storage.transaction(async (tx) => {
      const [first, last] = [await tx.events.first(), await tx.events.last()]
      return after === last || (after < last && first > 0 && after >= first - 1)
    })
  }

  async function replay(listener: Listener, after: number, to: number): Promise<void> {
    let last = after
    while (last < to && listeners.has(listener)) {
      const from = last
      const events = await storage.transaction((tx) => tx.events.listAfter(from, BATCH))
      const newest = events.at(-1)
      if (!newest) return
      const actor = await current(listener)
      if (!actor) return
      for (const one of await readOccurrences(storage, events)) {
        if (one.number > to) break
        await listener.outlet.hasRoom()
        send(listener.outlet, actor, one)
      }
      last = newest.number
    }
  }

  function send(outlet: Outlet, actor: Actor, { number: id, at, event, ticket }: Occurrence): void {
    if (event.kind === 'settings.changed') {
      if (event.site === actor.site) outlet.send({ id, event: { kind: event.kind } })
      return
    }
    if (!ticket || !isOfTicket(event)) return
    const age = clock.now().getTime() - Date.parse(at)
    if (age > (OVER_AFTER[event.kind] ?? Infinity)) return
    const heard = heardBy(actor, ticket, event)
    if (heard) outlet.send({ id, event: heard })
  }

  /** Who they are by now; nobody, and the end of their stream, where they may listen no more. */
  async function current(listener: Listener): Promise<Actor | undefined> {
    try {
      const before = listener.actor
      const actor = await listener.actorNow()
      if (!listeners.has(listener)) return undefined
      // Who has left a company begins anew, with what is theirs alone.
      if (groupOf(before) !== null && groupOf(actor) !== groupOf(before)) {
        throw new WaypostError('session_expired')
      }
      listener.actor = actor
      listener.checkedAt = clock.now().getTime()
      listeners.put(listener, keysOf(actor))
      return actor
    } catch (error) {
      if (!isWaypostError(error) || error.status >= 500) throw error
      listeners.remove(listener)
      listener.outlet.end(error.code)
      return undefined
    }
  }
}

export type Streams = ReturnType<typeof createStreams>

const groupOf = (actor: Actor): string | null => (actor.kind === 'session' ? actor.group : null)

/** Does it for each, some at a time. The first failure is thrown when all have been tried. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const left = all[Symbol.iterator]()
  const failures: unknown[] = []
  const worker = async () => {
    for (const one of left) await work(one).catch((error: unknown) => failures.push(error))
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, worker))
  if (failures.length > 0) throw failures[0]
}
