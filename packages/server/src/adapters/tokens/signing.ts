import { createHmac } from 'node:crypto'
import { isSameSecret } from './is-same-secret.js'
import type { Key, Keys } from './keys.js'

/**
 * HMAC-SHA256 of one use: the newest key signs, each of them opens. The keys are asked for each time, so
 * that a rotation counts at once.
 */
export function createSigning(use: string, keys: () => Keys['ticketTokens']) {
  return {
    sign(body: string): { keyId: string; mac: string } {
      const [key] = keys()
      if (!key) throw new Error(`No key to sign with: ${use}`)
      return { keyId: key.id, mac: macOf(key, body) }
    },

    isSigned({ keyId, body, mac }: { keyId: string; body: string; mac: string }): boolean {
      const key = keys().find(({ id }) => id === keyId)
      return key !== undefined && isSameSecret(mac, macOf(key, body))
    },
  }

  function macOf(key: Key, body: string): string {
    return createHmac('sha256', Buffer.from(key.secret, 'base64url'))
      .update(`${use}|${key.id}|${body}`)
      .digest('base64url')
  }
}
