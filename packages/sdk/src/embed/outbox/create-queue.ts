import type { Queued } from '../../contract/outbox.js'
import type { createKeep, KeptFor } from '../controller/keep.js'
import type { TextStorage } from '../controller/open-storage.js'

/** What stands in the storage, each thing by itself: two tabs that write at once lose nothing. */
interface Kept {
  item: Queued
  /** Who had been named last in this browser when it was written, as a hash. */
  after: string | null
  /** What was written to one server is never sent to another. */
  of: string
}

export interface QueueDeps {
  keep: Pick<ReturnType<typeof createKeep>, 'person' | 'textOf' | 'textsOf'>
  storage: Pick<TextStorage, 'get' | 'set' | 'isLasting'>
  /** Of the session: the one thing of ours that the script of a page looks for. */
  sessionKey: string
  server: string
  /** Who was named last in this browser since anybody logged out, as a hash. */
  namedLast(): string | null
}

const START = 'outbox:'
/** Stands where a session would: nobody has one, but something waits. */
const MARK = '{}'
const visitor = { customerId: null }
/** More than this nobody writes before any of it goes; a storage of 5 MB has room for others. */
const MOST = 100
const MOST_LETTERS = 500_000

/** What one person has written and nobody has answered. */
export function createQueue({ keep, storage, sessionKey, server, namedLast }: QueueDeps) {
  /** What was written when a name had run out may be that person's, and is no later visitor's. */
  const isTheirs = (who: KeptFor, { after }: Partial<Kept>) =>
    who?.customerId || !after || after === namedLast()

  function all(who: KeptFor = keep.person): Kept[] {
    const texts = who ? keep.textsOf(who, START) : []
    const kept = texts
      .map(parsed)
      .filter((one) => one?.of === server && one.item?.key && isTheirs(who, one))
    return (kept as Kept[]).sort((a, b) => a.item.queuedAt - b.item.queuedAt)
  }

  const put = (who: NonNullable<KeptFor>, { item: { key } }: Kept, text: string | null) =>
    keep.textOf(who, START + key).set(text)

  const list = (): Queued[] => all().map(({ item }) => item)
  const keptBy = (key: string) => all().find(({ item }) => item.key === key)

  /** Who comes back finds the script looking for what waits. */
  function mark(): void {
    const there = storage.get(sessionKey)
    const isAny = all().length > 0
    if (isAny && !there && storage.isLasting) storage.set(sessionKey, MARK)
    if (!isAny && there === MARK) storage.set(sessionKey, null)
  }

  function write(kept: Kept): void {
    if (keep.person) put(keep.person, kept, JSON.stringify(kept))
  }

  return {
    list,
    find: (key: string) => keptBy(key)?.item,
    mark,

    /** False where any of it goes with the page. */
    get isLasting(): boolean {
      const { person } = keep
      const isHeld = ({ key }: Queued) => !person || keep.textOf(person, START + key).isHeld()
      return storage.isLasting && list().every(isHeld)
    },

    /** Behind all that waits. False where there is no room. */
    add(item: Queued): boolean {
      const others = list().filter(({ key }) => key !== item.key)
      const letters = JSON.stringify([...others, item]).length
      if (others.length >= MOST || letters > MOST_LETTERS) return false
      const last = others.at(-1)?.queuedAt ?? 0
      const queued = { ...item, queuedAt: Math.max(item.queuedAt, last + 1) }
      write({ item: queued, after: namedLast(), of: server })
      mark()
      return true
    },

    /** What has been taken out meanwhile stays out. */
    change(key: string, change: Partial<Queued>): void {
      const kept = keptBy(key)
      if (kept) write({ ...kept, item: { ...kept.item, ...change } as Queued })
    },

    drop(key: string): void {
      if (keep.person) keep.textOf(keep.person, START + key).set(null)
      mark()
    },

    /** What a visitor wrote goes with them when they get a name. */
    handOver(): void {
      const { person } = keep
      if (!person?.customerId) return
      for (const kept of all(visitor)) {
        put(person, kept, JSON.stringify(kept))
        put(visitor, kept, null)
      }
    },
  }
}

export type Queue = ReturnType<typeof createQueue>

/** Anybody on the page's origin may have written there. */
function parsed(text: string): Partial<Kept> | null | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
