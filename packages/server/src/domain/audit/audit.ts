import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import type { AuditLog, Doer } from '../audit-log.js'
import { asAgent } from '../policy.js'
import type { Storage, Transaction } from '../storage.js'
import { type AuditEntry, chained, hashOf, numberOf } from './audit-entry.js'

export interface AuditDeps {
  storage: Storage
  clock: Clock
  digest(text: string): string
  /** Days for which entries are kept; 0 keeps them for ever. */
  keptDays: number
}

const DAY = 86_400_000

/** What a look along the whole chain has found. */
export interface AuditReport {
  readonly entries: number
  /** The newest entry, to be noted elsewhere: who cuts off the end of the chain cannot hide from it. */
  readonly newest: { readonly number: number; readonly hash: string } | null
  /** The first entry that is not what was written, or after which one is missing. */
  readonly broken: { readonly number: number; readonly reason: 'changed' | 'missing' } | null
}

/** What agents, the operator and the server itself have done, each entry chained to the one before. */
export function createAudit({ storage, clock, digest, keptDays }: AuditDeps) {
  async function open(tx: Transaction, doer: Doer, at: Date) {
    let last = await newest(tx)
    const { site } = doer
    const by = 'agentId' in doer ? doer.agentId : doer.by
    const createdAt = at.toISOString()
    const end = new Date(at.getTime() + keptDays * DAY).toISOString()
    const note: Awaited<ReturnType<AuditLog['open']>> = (deed, object) => {
      const said = { createdAt, site, by, deed, object }
      last = chained(last, keptDays === 0 ? said : { ...said, expiresAt: end }, digest)
      tx.audit.save(last)
    }
    return note
  }

  return {
    open,

    /** Notes what was tried and refused: there is no transaction of a deed that it could stand in. */
    refused(doer: Doer, object: string | null): Promise<void> {
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const note = await open(tx, doer, at)
        note('access.refused', object)
      })
    },

    /** Newest first. */
    async list(actor: Actor, page: PageRequest): Promise<Page<AuditEntry>> {
      asAgent(actor, 'read-audit')
      return storage.transaction((tx) =>
        tx.audit.list('all', '', { ...page, direction: 'descending' }),
      )
    },

    /**
     * Holds every entry against the one before. What has ended is gone from the beginning of the
     * chain; the first that is left is taken as it is.
     */
    async verify(): Promise<AuditReport> {
      const page = (after: string | undefined) =>
        storage.transaction((tx) => tx.audit.list('all', '', { limit: 1_000, after }))
      const entries = await allOf(page)
      return { entries: entries.length, ...findBreak(entries, digest) }
    },
  } satisfies AuditLog & Record<string, unknown>
}

export type Audit = ReturnType<typeof createAudit>

async function newest(tx: Transaction): Promise<AuditEntry | undefined> {
  const { items } = await tx.audit.list('all', '', { limit: 1, direction: 'descending' })
  return items[0]
}

function findBreak(
  entries: readonly AuditEntry[],
  digest: (text: string) => string,
): Omit<AuditReport, 'entries'> {
  const last = entries.at(-1)
  const newest = last ? { number: numberOf(last), hash: last.hash } : null
  for (const [i, entry] of entries.entries()) {
    const number = numberOf(entry)
    const before = entries[i - 1]
    if (before === undefined && number > 1) continue
    if (before && number !== numberOf(before) + 1) {
      return { newest, broken: { number: numberOf(before) + 1, reason: 'missing' } }
    }
    if (entry.hash === hashOf(before?.hash ?? '', entry, digest)) continue
    return { newest, broken: { number, reason: 'changed' } }
  }
  return { newest, broken: null }
}
