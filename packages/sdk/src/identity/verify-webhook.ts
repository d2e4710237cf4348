import { WaypostError } from '../contract/errors.js'
import { webhookSignature } from './webhook-signature.js'

export interface VerifyWebhookOptions {
  /** What the server's configuration has for this address. Two while one takes the other's place. */
  secret: string | readonly string[]
  /** Seconds that the sender's clock may differ from ours: 300 unless said. */
  tolerance?: number
  clock?: { now(): Date }
}

/** The request as it came: its headers, and its body as text that nobody has parsed. */
export interface SignedRequest {
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>
  body: string
}

/**
 * What our server says in a call to yours, once it is certain that it says it: Standard Webhooks.
 * Throws `unauthenticated` for a call that anybody else has made, or that is older than five minutes.
 */
export async function verifyWebhook(
  { headers, body }: SignedRequest,
  { secret, tolerance = 300, clock }: VerifyWebhookOptions,
): Promise<unknown> {
  const id = headerIn(headers, 'webhook-id')
  const timestamp = Number(headerIn(headers, 'webhook-timestamp') || Number.NaN)
  const given = headerIn(headers, 'webhook-signature').split(' ')
  const now = (clock?.now() ?? new Date()).getTime() / 1000
  // Also for what is no number.
  const isTimely = Math.abs(now - timestamp) <= tolerance
  let isSigned = false
  for (const one of [secret].flat()) {
    const expected = await webhookSignature({ id, timestamp, body }, one)
    for (const signature of given) if (isEqual(signature, expected)) isSigned = true
  }
  if (!isTimely || !isSigned || id === '') {
    const detail = isSigned && id !== '' ? 'The call is too old.' : 'The signature does not fit.'
    throw new WaypostError('unauthenticated', { detail })
  }
  return JSON.parse(body)
}

function headerIn(headers: SignedRequest['headers'], name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name]
  return typeof value === 'string' ? value : ''
}

/** Takes the same time wherever two texts of one length differ. */
function isEqual(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let index = 0; index < one.length; index++) {
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index)
  }
  return difference === 0
}
