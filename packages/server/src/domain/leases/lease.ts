import type { StoredRecord } from '../../foundation/records.js'

/** The right to do one job, held by one node at a time; its id is the name of the job. */
export interface Lease extends StoredRecord {
  readonly holder: string
  /** Rises with every renewal, so that others see that the holder lives. */
  readonly renewals: number
  /** By the clock of the holder. */
  readonly renewedAt: string
}

/** A lease as a node saw it, and when it first saw it so: by its own clock. */
export interface Sight {
  readonly holder: string
  readonly renewals: number
  readonly since: number
}

/** Milliseconds without a renewal after which a lease is anybody's. */
export const TERM = 6_000
/** Milliseconds by which the clocks of two nodes do not differ: what is older was left by the dead. */
const LONG_AGO = 5 * 60_000

/**
 * Whether a node may take the lease. Nodes do not compare their clocks: each watches for a whole
 * term, by its own, whether the holder renews. Only what was left long ago is taken unwatched.
 */
export function isFree(
  lease: Lease | undefined,
  by: { holder: string; sight: Sight | undefined; now: number },
): boolean {
  if (lease === undefined || lease.holder === by.holder) return true
  if (by.now - Date.parse(lease.renewedAt) > LONG_AGO) return true
  return by.sight !== undefined && isSame(by.sight, lease) && by.now - by.sight.since >= TERM
}

/** The lease in the hands of a node, from now on. */
export function renewed(lease: Lease | undefined, holder: string, name: string, at: Date): Lease {
  const renewedAt = at.toISOString()
  return {
    id: name,
    createdAt: lease?.createdAt ?? renewedAt,
    holder,
    renewals: (lease?.renewals ?? 0) + 1,
    renewedAt,
  }
}

/** What is seen now; where nothing has changed, seen since the first time. */
export function sightOf(lease: Lease, before: Sight | undefined, now: number): Sight {
  if (before && isSame(before, lease)) return before
  return { holder: lease.holder, renewals: lease.renewals, since: now }
}

const isSame = (sight: Sight, { holder, renewals }: Lease): boolean =>
  sight.holder === holder && sight.renewals === renewals
