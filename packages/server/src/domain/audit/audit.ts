import type { AuditDeed } from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import { filteredPage } from '../../foundation/filtered-page.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import type { AuditLog, Doer, NoteDeed } from '../audit-log.js'
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
const SWEPT_AT_ONCE = 500

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
    const noteDeed: NoteDeed = (deed, object) => {
      last = chained(last, { createdAt, site, by, deed, object }, digest)
      tx.audit.save(last)
    }
    return noteDeed
  }

  function note(doer: Doer, deed: AuditDeed, object: string | null): Promise<void> {
    const at = clock.now()
    return storage.transaction(async (tx) => {
      const add = await open(tx, doer, at)
      add(deed, object)
    })
  }

  /** Deletes the oldest that are too old; the newest of all stays, as the chain goes on from it. */
  function sweepBatch(): Promise<number> {
    const oldest = new Date(clock.now().getTime() - keptDays * DAY).toISOString()
    return storage.transaction(async (tx) => {
      const { items, next } = await tx.audit.list('all', '', { limit: SWEPT_AT_ONCE })
      const candidates = next === null ? items.slice(0, -1) : items
      const old = candidates.filter(({ createdAt }) => createdAt <= oldest)
      for (const { id } of old) tx.audit.delete(id)
      return old.length
    })
  }

  return {
    open,

    /** Notes what is done elsewhere than in storage. */
    note,

    /** Notes what somebody has tried and may not do. */
    refused: (doer: Doer, tried: string): Promise<void> => note(doer, 'access.refused', tried),

    /** What was done on the site, and to the server as a whole; newest first. */
    async list(actor: Actor, page: PageRequest): Promise<Page<AuditEntry>> {
      const { site } = asAgent(actor, 'read-audit')
      return storage.transaction((tx) =>
        filteredPage(
          { ...page, direction: 'descending' },
          (request) => tx.audit.list('all', '', request),
          (entry) => entry.site === site || entry.site === '',
        ),
      )
    },

    /** Deletes what is older than it is kept. */
    async sweep(): Promise<void> {
      if (keptDays === 0) return
      while ((await sweepBatch()) === SWEPT_AT_ONCE);
    },

    /**
     * Holds every entry against the one before. What has ended is gone from the beginning of the
     * chain; the first that is left is taken as it is. `known` is a newest entry that was noted once.
     */
    async verify(known?: { number: number; hash: string }): Promise<AuditReport> {
      const page = (after: string | undefined) =>
        storage.transaction((tx) => tx.audit.list('all', '', { limit: 1_000, after }))
      const entries = await allOf(page)
      const last = entries.at(-1)
      return {
        entries: entries.length,
        newest: last ? { number: numberOf(last), hash: last.hash } : null,
        broken: findBreak(entries, digest) ?? (known ? findKnown(entries, known) : null),
      }
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
): AuditReport['broken'] {
  let before: AuditEntry | undefined
  for (const entry of entries) {
    const number = numberOf(entry)
    const expected = before ? numberOf(before) + 1 : number
    if (number !== expected) return { number: expected, reason: 'missing' }
    // Of the one before the first that is left nothing is known, unless there was none.
    const isFirstLeft = before === undefined && number > 1
    const isAsWritten = isFirstLeft || entry.hash === hashOf(before?.hash ?? '', entry, digest)
    if (!isAsWritten) return { number, reason: 'changed' }
    before = entry
  }
  return null
}

function findKnown(
  entries: readonly AuditEntry[],
  { number, hash }: { number: number; hash: string },
): AuditReport['broken'] {
  const found = entries.find((entry) => numberOf(entry) === number)
  if (found?.hash === hash) return null
  return { number, reason: found ? 'changed' : 'missing' }
}
