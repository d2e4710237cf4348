import type { Clock } from '../../foundation/clock.js'
import type { Storage } from '../storage.js'
import { isFree, renewed, type Sight, sightOf } from './lease.js'

export interface LeasesDeps {
  storage: Storage
  clock: Clock
  /** The id of this node. */
  holder: string
}

/** Which node does what only one may do. */
export function createLeases({ storage, clock, holder }: LeasesDeps): Leases {
  const sights = new Map<string, Sight>()

  return {
    async take(name) {
      const at = clock.now()
      const now = at.getTime()
      const sight = sights.get(name)
      const others = await storage.transaction(async (tx) => {
        const lease = await tx.leases.find(name)
        if (lease && !isFree(lease, { holder, sight, now })) return lease
        tx.leases.save(renewed(lease, holder, name, at))
        return undefined
      })
      // Seen when it has been read, which may have taken long: never before.
      if (others) sights.set(name, sightOf(others, sight, clock.now().getTime()))
      else sights.delete(name)
      return others === undefined
    },

    giveBack(name) {
      return storage.transaction(async (tx) => {
        const lease = await tx.leases.find(name)
        if (lease?.holder === holder) tx.leases.delete(name)
      })
    },
  }
}

export interface Leases {
  /** Takes the lease, or renews it: to be done well within a `TERM`. `false` while it is another's. */
  take(name: string): Promise<boolean>
  /** Lets another node take it at once. */
  giveBack(name: string): Promise<void>
}

/** Where nobody else can come, everything is ours. */
export const ownLeases: Leases = { take: async () => true, giveBack: async () => {} }
