import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FileTokens } from '../../domain/secrets.js'
import type { Key, Keys } from './keys.js'

const TOKEN = /^([a-z0-9]{1,16})\.(att_[0-9a-z]{26})\.(\d{1,8})\.([A-Za-z0-9_-]{43})$/

/** Minutes for which an address opens a file, at most. */
const LIFE = 15
/** Whoever asks again within so many minutes gets the same address, and need not fetch the file again. */
const STEP = 5

const MINUTE = 60_000

/**
 * `<key id>.<attachment id>.<end>.<HMAC-SHA256>`, the end in minutes since 1970. An attachment is of
 * one ticket for good, so that an address is, too.
 */
export function createFileTokens(keys: () => Keys['ticketTokens']): FileTokens {
  return {
    issue(attachmentId, at) {
      const [key] = keys()
      if (!key) throw new Error('No key to sign addresses of files with')
      const end = Math.floor((at.getTime() / MINUTE + LIFE) / STEP) * STEP
      return `${key.id}.${attachmentId}.${end}.${sign(key, attachmentId, end)}`
    },
    read(token, at) {
      const [, keyId = '', attachmentId = '', minutes = '', mac = ''] = TOKEN.exec(token) ?? []
      const key = keys().find(({ id }) => id === keyId)
      const end = Number(minutes)
      if (!key || end * MINUTE <= at.getTime()) return undefined
      const expected = Buffer.from(sign(key, attachmentId, end))
      const given = Buffer.from(mac)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
      return { attachmentId, expiresAt: new Date(end * MINUTE) }
    },
  }
}

function sign(key: Key, attachmentId: string, end: number): string {
  return createHmac('sha256', Buffer.from(key.secret, 'base64url'))
    .update(`file|${key.id}|${attachmentId}|${end}`)
    .digest('base64url')
}
