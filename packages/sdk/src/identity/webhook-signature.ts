import { invalidInput } from './invalid-input.js'

/** What is signed: Standard Webhooks 1.0, `<id>.<seconds>.<body>`. */
export interface SignedMessage {
  /** `webhook-id`: the same for each try of one message. */
  id: string
  /** `webhook-timestamp`: seconds since 1970. */
  timestamp: number
  body: string
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' }
const SHORTEST_SECRET = 24

/** The value of `webhook-signature`: `v1,<base64>`. */
export async function webhookSignature(
  { id, timestamp, body }: SignedMessage,
  secret: string,
): Promise<string> {
  const key = await crypto.subtle.importKey('raw', keyBytes(secret), HMAC, false, ['sign'])
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const bytes = new Uint8Array(await crypto.subtle.sign(HMAC, key, signed))
  return `v1,${btoa(String.fromCharCode(...bytes))}`
}

/** `whsec_…` holds its bytes in base64; any other secret is what it says. */
function keyBytes(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = secret.startsWith('whsec_')
    ? Uint8Array.from(decoded(secret.slice(6)), (char) => char.charCodeAt(0))
    : new TextEncoder().encode(secret)
  if (bytes.length < SHORTEST_SECRET) {
    const advice = 'Make one with `openssl rand -hex 32`.'
    throw invalidInput('secret', 'too_short', `A secret has at least 24 bytes. ${advice}`)
  }
  return bytes
}

function decoded(base64: string): string {
  try {
    return atob(base64)
  } catch (cause) {
    throw invalidInput('secret', 'invalid', 'After `whsec_` stands base64.', cause)
  }
}
