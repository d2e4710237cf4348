import type { Clock } from '../../foundation/clock.js'
import type { AuditLog } from '../audit-log.js'
import type { Storage } from '../storage.js'
import type { Ticket } from '../trace.js'
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
  readonly closedTickets?: number | undefined
  /** The same for one that was put aside. */
  readonly quarantinedTickets?: number | undefined
}

/** Tickets of a list that have stood there for so many days. */
interface Old {
  readonly site: string
  /** A key of what is over. */
  readonly key: string
  readonly days: number
}

const DAY = 86_400_000

/** Forgets what is old, a batch at a time, so that calls go on in between. */
export function createRetention({ storage, clock, audit, traces, erasures }: RetentionDeps) {
  /** Deletes the oldest batch; nothing where none is old enough. */
  async function sweepBatch({ site, key, days }: Old) {
    const at = clock.now()
    const oldest = new Date(at.getTime() - days * DAY).toISOString()
    return storage.transaction(async (tx) => {
      const { items } = await tx.tickets.list('done', key, { limit: AT_ONCE })
      const old = items.filter((ticket) => overSince(ticket) <= oldest)
      if (old.length === 0) return undefined
      const noteDeed = await audit.open(tx, { site, by: 'server' }, at)
      const customerIds = await goneWith(tx, old)
      const { counts, write } = await deletionOf(tx, traces, { tickets: old, customerIds })
      write()
      const erasure = erasures.begin(site, [])
      tx.erasures.save(erasure)
      noteDeed('retention.swept', null)
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
      for (const old of oldOf(rule)) {
        while (mayGoOn()) {
          const batch = await sweepBatch(old)
          if (!batch) break
          ended.push(batch.id)
          counts = addCounts(counts, batch.counts)
          onProgress(counts)
        }
      }
      // Files and journals once for all batches.
      await erasures.finish(ended)
      return counts
    },
  }
}

export type Retention = ReturnType<typeof createRetention>

function oldOf({ site, closedTickets, quarantinedTickets }: RetentionRule): readonly Old[] {
  return [
    { site, key: site, days: closedTickets },
    { site, key: `${site}|quarantined`, days: quarantinedTickets },
  ].flatMap(({ days, ...old }) => (days === undefined ? [] : [{ ...old, days }]))
}

/** Since when a ticket has been over, as its list is in order of it. */
const overSince = ({ quarantine, solvedAt }: Ticket): string => quarantine?.at ?? solvedAt ?? ''
