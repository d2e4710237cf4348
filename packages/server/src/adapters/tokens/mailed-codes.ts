import { createHmac } from 'node:crypto'
import type { MailedCodes } from '../../domain/identity/mailed-codes.js'
import { isSameSecret } from './is-same-secret.js'
import type { Key, Keys } from './keys.js'

/**
 * Six digits, made of the id of a code by the server's key: whoever has the storage alone has no
 * code. A hash of it would be no secret, as there are a million to try.
 */
export function createMailedCodes(keys: () => Keys['ticketTokens']): MailedCodes {
  return {
    codeOf(id) {
      const [key] = keys()
      if (!key) throw new Error('No key to make codes with')
      return digits(key, id)
    },
    // By each key, so that a rotation spoils no code that is under way.
    isCodeOf: (id, code) => keys().some((key) => isSameSecret(code, digits(key, id))),
  }
}

function digits(key: Key, id: string): string {
  const mac = createHmac('sha256', Buffer.from(key.secret, 'base64url'))
    .update(`sign-in code|${key.id}|${id}`)
    .digest()
  // 64 bits for a million codes: none of them is noticeably more likely.
  return String(mac.readBigUInt64BE() % 1_000_000n).padStart(6, '0')
}
