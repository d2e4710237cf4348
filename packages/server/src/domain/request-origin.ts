import { WaypostError } from '@waypost/sdk/contract'
import type { RecordStore, StoredRecord } from '../foundation/records.js'

/** The idempotency record of what a request made: kept on the object for ever. */
export interface RequestOrigin {
  /** Hash of site, actor, route and key. */
  readonly key: string
  /** Hash of the body, so that another body under the same key is noticed. */
  readonly body: string
}

interface Made extends StoredRecord {
  readonly origin: RequestOrigin | null
}

/**
 * What an earlier try of the same request made; a retry answers with it instead of making a second
 * one. Throws `idempotency_key_reused` when the key came with another body.
 */
export async function madeBefore<T extends Made>(
  store: RecordStore<T, 'origin'>,
  origin: RequestOrigin | null,
): Promise<T | undefined> {
  if (origin === null) return undefined
  const made = await store.findBy('origin', origin.key)
  if (made && made.origin?.body !== origin.body) throw new WaypostError('idempotency_key_reused')
  return made
}
