import type { Clock } from '../../foundation/clock.js'
import type { Storage } from '../storage.js'
import { dayKey } from './count-store.js'
import {
  type CountNumbers,
  type CountSubject,
  countOf,
  type DailyCount,
  withAdded,
} from './daily-count.js'

export interface TallyDeps {
  storage: Storage
  clock: Clock
  /** How many days counts are kept. */
  keptDays: number
  /** How many keys one topic of a site may have on one day; what comes after them is counted without one. */
  mostKeys?: number
  /** How many counts wait in memory; what comes after them is counted without a key. */
  mostWaiting?: number
}

const MOST_KEYS = 1_000
/** More than wait in passing: so many come together where storage takes nothing for long. */
const MOST_WAITING = 10_000
/** Counts in one transaction. */
const BATCH = 500

/** Adds up in memory, and puts sums into storage when it is told to: counting costs no disk. */
export function createTally(deps: TallyDeps) {
  const { storage, clock, keptDays, mostKeys = MOST_KEYS, mostWaiting = MOST_WAITING } = deps
  let waiting = new Map<string, DailyCount>()
  let flushing: Promise<void> = Promise.resolve()

  return {
    get isEmpty(): boolean {
      return waiting.size === 0
    },

    /** Adds to the day of a moment: today's, unless said. */
    add(subject: CountSubject, numbers: CountNumbers, at: Date = clock.now()): void {
      hold(withAdded(countOf(subject, at, keptDays), numbers))
    },

    /** Keeps what was added up to now. What could not be kept waits for the next time. */
    flush(): Promise<void> {
      flushing = flushing.catch(() => {}).then(flushOnce)
      return flushing
    },
  }

  /** Where there is no room for one more, what it is about is not known any more, nor in which language. */
  function hold(count: DailyCount): void {
    const hasRoom = waiting.has(count.id) || waiting.size < mostWaiting
    put(waiting, hasRoom ? count : nameless({ ...count, locale: '' }, keptDays))
  }

  async function flushOnce(): Promise<void> {
    const counts = [...waiting.values()]
    waiting = new Map()
    for (let start = 0; start < counts.length; start += BATCH) {
      try {
        await keep(counts.slice(start, start + BATCH))
      } catch (error) {
        for (const count of counts.slice(start)) hold(count)
        throw error
      }
    }
  }

  function keep(added: readonly DailyCount[]): Promise<void> {
    return storage.transaction(async (tx) => {
      const sums = new Map<string, DailyCount>()
      const room = new Map<string, number>()
      for (const count of added) {
        const before = await tx.counts.find(count.id)
        const shelf = dayKey(count.site, count.topic, count.day)
        const left = room.get(shelf) ?? mostKeys - (await tx.counts.count('day', shelf))
        const isNew = !before && !sums.has(count.id)
        room.set(shelf, isNew ? left - 1 : left)
        const target = isNew && left <= 0 ? nameless(count, keptDays) : count
        const base = target === count ? before : await tx.counts.find(target.id)
        if (base && !sums.has(base.id)) sums.set(base.id, base)
        put(sums, target)
      }
      for (const sum of sums.values()) tx.counts.save(sum)
    })
  }
}

export type Tally = ReturnType<typeof createTally>

function put(counts: Map<string, DailyCount>, count: DailyCount): void {
  const before = counts.get(count.id)
  counts.set(count.id, before ? withAdded(before, count.numbers) : count)
}

/** Whoever asks a thousand things a day of a machine's making fills no disk. */
function nameless(count: DailyCount, keptDays: number): DailyCount {
  const empty = countOf({ ...count, key: '' }, new Date(count.createdAt), keptDays)
  return withAdded(empty, count.numbers)
}
