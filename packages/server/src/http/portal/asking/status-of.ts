import { isWaypostError } from '@waypost/sdk/contract'
import type { PageView } from '../page.js'

/** The status of an error, and when to try again. */
export function statusOf(error: unknown): Pick<PageView, 'status' | 'headers'> {
  const known = isWaypostError(error) && error.status > 0 ? error : undefined
  const wait = known?.retryAfter
  return {
    status: known?.status ?? 500,
    ...(wait !== undefined && { headers: { 'Retry-After': String(wait) } }),
  }
}
