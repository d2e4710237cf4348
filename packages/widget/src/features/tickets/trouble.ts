import type { WaypostError } from '@waypost/sdk/client'

/** Why there is no answer, as far as the reader can do something about it. */
export interface Trouble {
  why: 'no-network' | 'unreachable' | 'busy' | 'expired' | 'missing' | 'failed'
  /** Seconds until another try is welcome. */
  wait?: number
}

export function troubleOf(error: unknown, onLine = navigator.onLine): Trouble {
  const { code, status, retryAfter } = error as WaypostError
  if (code === 'offline' || code === 'request_timeout') {
    return { why: onLine ? 'unreachable' : 'no-network' }
  }
  if (code === 'rate_limited') {
    return retryAfter ? { why: 'busy', wait: Math.ceil(retryAfter) } : { why: 'busy' }
  }
  if (status === 401) return { why: 'expired' }
  if (status === 403 || status === 404) return { why: 'missing' }
  return { why: 'failed' }
}
