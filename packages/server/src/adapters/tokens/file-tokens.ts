import type { FileTokens } from '../../domain/secrets.js'
import type { Keys } from './keys.js'
import { createSigning } from './signing.js'

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
  const { sign, isSigned } = createSigning('file', keys)
  return {
    issue(attachmentId, at) {
      const end = Math.floor((at.getTime() / MINUTE + LIFE) / STEP) * STEP
      const { keyId, mac } = sign(`${attachmentId}|${end}`)
      return `${keyId}.${attachmentId}.${end}.${mac}`
    },
    read(token, at) {
      const [, keyId = '', attachmentId = '', minutes = '', mac = ''] = TOKEN.exec(token) ?? []
      const end = Number(minutes)
      if (end * MINUTE <= at.getTime()) return undefined
      if (!isSigned({ keyId, body: `${attachmentId}|${end}`, mac })) return undefined
      return { attachmentId, expiresAt: new Date(end * MINUTE) }
    },
  }
}
