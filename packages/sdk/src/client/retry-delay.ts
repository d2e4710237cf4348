import type { WaypostError } from '../contract/errors.js'

const TRIES = 3
const FIRST_WAIT = 500
/** Longer than this nobody waits in front of a form: the caller learns `retryAfter` instead. */
const LONGEST_WAIT = 30_000

/** What can be over in a moment; the same request may then be made again. */
const passing = ['offline', 'request_timeout', 'rate_limited', 'unavailable']

/**
 * Milliseconds to wait after the given number of failed tries, or `undefined` to give up.
 * Exponential back-off with full jitter, on top of what the server asks for:
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelay(
  { code, retryAfter = 0 }: WaypostError,
  tries: number,
  random: () => number,
): number | undefined {
  const wait = retryAfter * 1000
  if (tries >= TRIES || wait > LONGEST_WAIT || !passing.includes(code)) return undefined
  return wait + random() * FIRST_WAIT * 2 ** (tries - 1)
}
