import { isWaypostError } from '@waypost/sdk/contract'
import type { Unsent } from './notices.js'

/** Why something was not sent that could be sent again; `undefined` where it could not. */
export function unsentOf(error: unknown): Unsent | undefined {
  if (!isWaypostError(error)) return 'failed'
  if (error.code === 'rate_limited') return 'busy'
  if (error.code === 'idempotency_key_reused') return 'twice'
  // A full or slow storage is our affair, too.
  return error.status >= 500 || error.code === 'storage_full' ? 'failed' : undefined
}
