import { createHmac, timingSafeEqual } from 'node:crypto'
import type { LinkTarget, MailLinks } from '../../domain/notifications/mail-links.js'
import type { Key, Keys } from './keys.js'

const TOKEN =
  /^wpl_([a-z0-9]{1,16})\.((?:tic|cod)_[0-9a-z]{26})\.(\d{1,9})\.(\d{1,12})\.([\w-]{43})$/

/**
 * `wpl_<key id>.<id>.<version>.<end, in seconds>.<HMAC-SHA256>`: the newest key signs, each of them
 * opens. The keys are asked for each time, so that a rotation counts at once.
 */
export function createMailLinks(keys: () => Keys['ticketTokens']): MailLinks {
  return {
    issue(target, expiresAt) {
      const [key] = keys()
      if (!key) throw new Error('No key to sign the links of mails with')
      const end = Math.floor(expiresAt.getTime() / 1000)
      const said =
        target.kind === 'ticket' ? [target.ticketId, target.accessVersion] : [target.codeId, 0]
      const body = [...said, end].join('.')
      return `wpl_${key.id}.${body}.${sign(key, body)}`
    },
    read(token, now) {
      const [, keyId = '', id = '', version = '', end = '', mac = ''] = TOKEN.exec(token) ?? []
      const key = keys().find((one) => one.id === keyId)
      if (!key) return undefined
      const expected = Buffer.from(sign(key, [id, version, end].join('.')))
      const given = Buffer.from(mac)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
      return Number(end) * 1000 > now.getTime() ? targetOf(id, Number(version)) : undefined
    },
  }
}

const targetOf = (id: string, accessVersion: number): LinkTarget =>
  id.startsWith('tic_')
    ? { kind: 'ticket', ticketId: id, accessVersion }
    : { kind: 'sign-in', codeId: id }

function sign(key: Key, body: string): string {
  return createHmac('sha256', Buffer.from(key.secret, 'base64url'))
    .update(`mail link|${key.id}|${body}`)
    .digest('base64url')
}
