import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TicketTokens } from '../../domain/secrets.js'
import type { Key, Keys } from './keys.js'

const TOKEN = /^wpt_([a-z0-9]{1,16})\.(tic_[0-9a-z]{26})\.(\d{1,9})\.([A-Za-z0-9_-]{43})$/

/**
 * `wpt_<key id>.<ticket id>.<version>.<HMAC-SHA256>`: the newest key signs, each of them opens.
 * The keys are asked for each time, so that a rotation counts at once.
 */
export function createTicketTokens(keys: () => Keys['ticketTokens']): TicketTokens {
  return {
    issue(ticketId, accessVersion) {
      const [key] = keys()
      if (!key) throw new Error('No key to sign ticket tokens with')
      const mac = sign(key, ticketId, accessVersion)
      return `wpt_${key.id}.${ticketId}.${accessVersion}.${mac}`
    },
    read(token) {
      const [, keyId = '', ticketId = '', version = '', mac = ''] = TOKEN.exec(token) ?? []
      const key = keys().find(({ id }) => id === keyId)
      if (!key) return undefined
      const accessVersion = Number(version)
      const expected = Buffer.from(sign(key, ticketId, accessVersion))
      const given = Buffer.from(mac)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
      return { ticketId, accessVersion }
    },
  }
}

function sign(key: Key, ticketId: string, accessVersion: number): string {
  return createHmac('sha256', Buffer.from(key.secret, 'base64url'))
    .update(`ticket|${key.id}|${ticketId}|${accessVersion}`)
    .digest('base64url')
}
