import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TicketTokens } from '../../domain/secrets.js'
import type { Key } from './keys.js'

const TOKEN = /^wpt_([a-z0-9]{1,16})\.(tic_[0-9a-z]{26})\.(\d{1,9})\.([A-Za-z0-9_-]{43})$/

/** `wpt_<key id>.<ticket id>.<version>.<HMAC-SHA256>`: the first key signs, every key opens. */
export function createTicketTokens(keys: readonly [Key, ...Key[]] | readonly Key[]): TicketTokens {
  const [signing] = keys
  if (!signing) throw new Error('No key to sign ticket tokens with')
  const known = new Map(keys.map((key) => [key.id, key]))
  return {
    issue: (ticketId, accessVersion) =>
      `wpt_${signing.id}.${ticketId}.${accessVersion}.${sign(signing, ticketId, accessVersion)}`,
    read(token) {
      const [, keyId = '', ticketId = '', version = '', mac = ''] = TOKEN.exec(token) ?? []
      const key = known.get(keyId)
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
