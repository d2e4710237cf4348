import type { AuditDeed } from '@waypost/sdk/contract'
import type { StoredRecord } from '../../foundation/records.js'

/** One deed. Its id is its number, padded so that text sorts as numbers. */
export interface AuditEntry extends StoredRecord {
  readonly site: string
  /** An agent's id, `operator` or `server`. */
  readonly by: string
  readonly deed: AuditDeed
  /** The id of what it was done to. */
  readonly object: string | null
  /** SHA-256 of the hash before and of everything above: whoever changes one changes all after it. */
  readonly hash: string
}

/** What an entry says, before it is chained to the one before. */
export type Deed = Omit<AuditEntry, 'id' | 'hash'>

const DIGITS = 12

const entryId = (number: number): string => String(number).padStart(DIGITS, '0')

export const numberOf = ({ id }: Pick<AuditEntry, 'id'>): number => Number(id)

/** The entry after another one; the first of all after `undefined`. */
export function chained(
  before: AuditEntry | undefined,
  deed: Deed,
  digest: (text: string) => string,
): AuditEntry {
  const id = entryId(before ? numberOf(before) + 1 : 1)
  return { id, ...deed, hash: hashOf(before?.hash ?? '', { id, ...deed }, digest) }
}

/** The hash that an entry must have after one with the hash before. */
export function hashOf(
  before: string,
  { id, createdAt, site, by, deed, object }: Omit<AuditEntry, 'hash'>,
  digest: (text: string) => string,
): string {
  return digest(JSON.stringify([before, id, createdAt, site, by, deed, object]))
}
