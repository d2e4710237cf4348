import type { WaypostError } from '../../contract/errors.js'
import type { Queued, Sent } from '../../contract/outbox.js'
import type { Queue } from './create-queue.js'
import { outcomeOf } from './outcome-of.js'

export interface SenderDeps {
  queue: Queue
  /** Of the lock: the same in every tab of a site. */
  name: string
  /** Whether other tabs have the same queue. */
  isShared(): boolean
  send(item: Queued, signal: AbortSignal): Promise<Sent>
  /** Another one for another person. */
  own(): object
  /** Something has come of one of them. */
  changed(item: Queued, sent?: Sent): void
}

/** At least once in a while, whatever was said. */
const LONGEST = 60 * 60 * 1000

/** One tab of a browser sends what waits, one thing after another. */
export function createSender({ queue, name, isShared, send, own, changed }: SenderDeps) {
  let leaving = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  let isOver = false

  /** Whatever is of the same ticket goes in the order in which it was written. */
  const threadOf = (item: Queued) =>
    item.kind === 'message' ? item.ticketId : item.kind === 'vote' ? item.articleId : item.key

  /** What may go by itself, and when; of each thread the first. */
  function heads(): { item: Queued; at: number }[] {
    const first = new Map<string, Queued>()
    for (const item of queue.list()) {
      const thread = threadOf(item)
      if (item.state !== 'failed' && !first.has(thread)) first.set(thread, item)
    }
    return [...first.values()].map((item) => ({ item, at: item.notBefore ?? 0 }))
  }

  const next = () =>
    navigator.onLine ? heads().find(({ at }) => at <= Date.now())?.item : undefined

  async function attempt(item: Queued): Promise<void> {
    const { key } = item
    const mine = own()
    const { signal } = leaving
    const tries = item.tries + 1
    queue.change(key, { state: 'sending', tries })
    changed(item)
    try {
      const sent = await send(item, signal)
      queue.drop(key)
      changed(item, sent)
    } catch (error) {
      if (own() !== mine) return
      const { code } = error as WaypostError
      const outcome =
        code === 'aborted' ? { state: 'waiting' as const } : outcomeOf(error as WaypostError, tries)
      queue.change(key, outcome)
      // Nobody is there: the others need not find that out one by one.
      if (code === 'offline' || code === 'unavailable') rest(outcome)
      changed({ ...item, ...outcome } as Queued)
    }
  }

  function rest(outcome: Partial<Queued>): void {
    for (const { item, at } of heads()) if (at <= Date.now()) queue.change(item.key, outcome)
  }

  async function run(): Promise<void> {
    const { signal } = leaving
    // Whoever was sending before us has gone.
    for (const { key, state } of queue.list()) {
      if (state === 'sending') queue.change(key, { state: 'waiting' })
    }
    for (let item = next(); item && !signal.aborted; item = next()) await attempt(item)
  }

  /** Sends what may go, now or as soon as it may. */
  function wake(): void {
    clearTimeout(timer)
    if (isRunning || isOver) return
    if (!next()) {
      plan()
      return
    }
    isRunning = true
    // Not there on pages without TLS: there each tab sends, and the key makes it one.
    const { locks } = navigator as { locks?: LockManager }
    const { signal } = leaving
    const done = isShared() && locks ? locks.request(name, { signal }, run) : run()
    done
      .catch(() => {})
      .then(() => {
        isRunning = false
        plan()
      })
  }

  function plan(): void {
    const soonest = Math.min(...heads().map(({ at }) => at))
    // Without a network, or with nothing to send, somebody calls.
    if (isOver || !navigator.onLine || soonest === Infinity) return
    clearTimeout(timer)
    timer = setTimeout(wake, Math.min(Math.max(soonest - Date.now(), 0), LONGEST))
  }

  return {
    wake,

    /** What is on its way is stopped; it may have arrived, and is sent again all the same. */
    stop(): void {
      leaving.abort()
      leaving = new AbortController()
    },

    end(): void {
      isOver = true
      clearTimeout(timer)
      leaving.abort()
    },
  }
}
