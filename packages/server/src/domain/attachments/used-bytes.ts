import { WaypostError } from '@waypost/sdk/contract'
import type { Transaction } from '../storage.js'

/**
 * The counter of what all files of a site take, with so many bytes more or, where a file goes, less.
 * Throws `storage_full` where they would be more than the quota.
 */
export async function withBytes(
  tx: Transaction,
  { site, bytes, quota = Infinity }: { site: string; bytes: number; quota?: number },
) {
  const id = `${site}|attachment-bytes`
  const before = await tx.counters.find(id)
  const value = Math.max(0, (before?.value ?? 0) + bytes)
  if (value > quota) {
    throw new WaypostError('storage_full', { detail: 'The files of this site take all its room.' })
  }
  return { id, createdAt: before?.createdAt ?? FIRST, value }
}

/** A counter has no date that anybody asks for. */
const FIRST = '1970-01-01T00:00:00.000Z'
