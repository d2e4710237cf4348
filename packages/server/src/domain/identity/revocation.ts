import type { StoredRecord } from '../../foundation/records.js'

/**
 * A host's person whose sessions were ended: identity tokens that were signed by then open nothing.
 * `createdAt` is that moment. It goes when no such token can be valid any more.
 */
export interface Revocation extends StoredRecord {
  readonly site: string
  readonly issuer: string
  readonly subject: string
  readonly expiresAt: string
}

/** Tokens live for an hour, by clocks that differ by a minute; the rest is for good measure. */
const LIFE = 2 * 3_600_000

/** The revocation at this moment; it takes the place of the one before. */
export function revokedAt(
  before: Revocation | undefined,
  whom: { id: string; site: string; issuer: string; subject: string },
  at: Date,
): Revocation {
  const expiresAt = new Date(at.getTime() + LIFE).toISOString()
  return { ...whom, id: before?.id ?? whom.id, createdAt: at.toISOString(), expiresAt }
}

/** Whether a token, known by the second in which it was signed, is from before the revocation. */
export function isRevoked(revocation: Revocation | undefined, issuedAt: number): boolean {
  return revocation !== undefined && issuedAt * 1_000 <= Date.parse(revocation.createdAt)
}
