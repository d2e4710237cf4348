import type { Clock } from '../../foundation/clock.js'
import type { AuditLog } from '../audit-log.js'
import type { Storage } from '../storage.js'
import { AT_ONCE, addCounts, deletionOf, type ErasedCounts } from './erase.js'
import type { Erasures } from './erasures.js'
import { goneWith } from './person.js'
import type { Traces } from './read-left.js'

export interface RetentionDeps {
  storage: Storage
  clock: Clock
  audit: AuditLog
  traces: Traces
  erasures: Erasures
}

/** How long a site keeps what it no longer needs. */
export interface RetentionRule {
  readonly site: string
  /** Days after which a ticket that is solved or closed goes, with all that stands with it. */
  readonly closedTickets: number
}

const DAY = 86_400_000

/** Forgets what is old, a batch at a time, so that calls go on in between. */
export function createRetention({ storage, clock, audit, traces, erasures }: RetentionDeps) {
  /** Deletes the oldest batch; nothing where none is old enough. */
  async function sweepBatch({ site, closedTickets }: RetentionRule) {
    const at = clock.now()
    const oldest = new Date(at.getTime() - closedTickets * DAY).toISOString()
    return storage.transaction(async (tx) => {
      const { items } = await tx.tickets.list('done', site, { limit: AT_ONCE })
      const old = items.filter(({ solvedAt }) => solvedAt !== null && solvedAt <= oldest)
      if (old.length === 0) return undefined
      const note = await audit.open(tx, { site, by: 'server' }, at)
      const customerIds = await goneWith(tx, old)
      const { counts, write } = await deletionOf(tx, traces, { tickets: old, customerIds })
      write()
      const erasure = erasures.begin(site, [])
      tx.erasures.save(erasure)
      note('retention.swept', null)
      return { id: erasure.id, counts }
    })
  }

  return {
    /**
     * Deletes all that is too old under a rule. `onProgress` hears of each batch; it ends early when
     * `mayGoOn` says no, and goes on where it was with the next call.
     */
    async sweep(
      rule: RetentionRule,
      { mayGoOn, onProgress }: { mayGoOn(): boolean; onProgress(soFar: ErasedCounts): void },
    ): Promise<ErasedCounts> {
      let counts: ErasedCounts = {}
      const ended: string[] = []
      while (mayGoOn()) {
        const batch = await sweepBatch(rule)
        if (!batch) break
        ended.push(batch.id)
        counts = addCounts(counts, batch.counts)
        onProgress(counts)
      }
      // Files and journals once for all batches.
      await erasures.finish(ended)
      return counts
    },
  }
}

export type Retention = ReturnType<typeof createRetention>
