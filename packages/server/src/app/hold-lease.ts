import { TERM } from '../domain/leases/lease.js'
import type { Leases } from '../domain/leases/leases.js'

/** Milliseconds between two tries to take a lease, or to renew it: three fit into a term. */
const EVERY = TERM / 3

export interface HeldLease {
  isHeld(): boolean
  /** Calls with every change: `true` when the lease has become ours. */
  onChange(listener: (isHeld: boolean) => void): void
  /** Gives it back, so that another node need not wait; listeners hear nothing of it. */
  close(): Promise<void>
}

/**
 * Takes a lease as soon as it can be had, and renews it. Resolves after the first try. Who could not
 * renew it for a term, as the storage is away, has lost it: by then another node may have it.
 */
export async function holdLease(deps: {
  leases: Leases
  name: string
  onError(error: unknown): void
}): Promise<HeldLease> {
  const { leases, name, onError } = deps
  const listeners: ((isHeld: boolean) => void)[] = []
  let isHeld = false
  let isClosed = false
  let isTold = false
  let end: ReturnType<typeof setTimeout> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let trying = attempt()
  await trying

  return {
    isHeld: () => isHeld,
    onChange: (listener) => listeners.push(listener),
    async close() {
      isClosed = true
      clearTimeout(timer)
      await trying
      clearTimeout(end)
      const wasHeld = isHeld
      isHeld = false
      if (wasHeld) await leases.giveBack(name).catch(onError)
    },
  }

  async function attempt(): Promise<void> {
    const begun = performance.now()
    try {
      const taken = await leases.take(name)
      // Counted from before we asked: others may count from when it was written.
      const left = TERM - (performance.now() - begun)
      change(taken && left > 0, left)
      isTold = false
    } catch (error) {
      // Once for each time that the storage is away.
      if (!isTold) onError(error)
      isTold = true
    }
    if (isClosed) return
    timer = setTimeout(() => {
      trying = attempt()
    }, EVERY).unref()
  }

  function change(now: boolean, left = 0): void {
    clearTimeout(end)
    if (now) end = setTimeout(() => change(false), left).unref()
    if (now === isHeld) return
    isHeld = now
    for (const listener of listeners) listener(now)
  }
}
