import type { WaypostError } from '../../contract/errors.js'
import type { Queued } from '../../contract/outbox.js'

/** What is over by itself, beside what no server has said and what it could not do. */
const passing = ['request_timeout', 'proof_required', 'rate_limited', 'storage_full']
/** Seconds before the next try, longer each time up to the last. */
const WAITS = [2, 4, 8, 16, 30, 60]

/** Not before somebody is known again. */
export const NEVER = Number.MAX_SAFE_INTEGER

/** What becomes of something that could not be sent: it waits for another try, or for a person. */
export function outcomeOf(
  { code, status = 0, errors = [], retryAfter = 0 }: WaypostError,
  tries: number,
): Pick<Queued, 'state' | 'why' | 'notBefore'> {
  const why = { code, errors }
  if (status === 401) return { state: 'waiting', why, notBefore: NEVER }
  if (status > 0 && status < 500 && !passing.includes(code)) return { state: 'failed', why }
  const wait = (WAITS[tries - 1] ?? 60) * (0.5 + Math.random() / 2)
  return { state: 'waiting', why, notBefore: Date.now() + Math.max(retryAfter, wait) * 1000 }
}
