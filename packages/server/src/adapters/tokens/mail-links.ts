import type { LinkTarget, MailLinks } from '../../domain/notifications/mail-links.js'
import type { Keys } from './keys.js'
import { createSigning } from './signing.js'

const TOKEN =
  /^wpl_([a-z0-9]{1,16})\.((?:tic|cod)_[0-9a-z]{26})\.(\d{1,9})\.(\d{1,12})\.([\w-]{43})$/

/** `wpl_<key id>.<id>.<version>.<end, in seconds>.<HMAC-SHA256>` */
export function createMailLinks(keys: () => Keys['ticketTokens']): MailLinks {
  const { sign, isSigned } = createSigning('mail link', keys)
  return {
    issue(target, expiresAt) {
      const end = Math.floor(expiresAt.getTime() / 1000)
      const said =
        target.kind === 'ticket' ? [target.ticketId, target.accessVersion] : [target.codeId, 0]
      const body = [...said, end].join('.')
      const { keyId, mac } = sign(body)
      return `wpl_${keyId}.${body}.${mac}`
    },
    read(token, now) {
      const [, keyId = '', id = '', version = '', end = '', mac = ''] = TOKEN.exec(token) ?? []
      if (!isSigned({ keyId, body: [id, version, end].join('.'), mac })) return undefined
      return Number(end) * 1000 > now.getTime() ? targetOf(id, Number(version)) : undefined
    },
  }
}

const targetOf = (id: string, accessVersion: number): LinkTarget =>
  id.startsWith('tic_')
    ? { kind: 'ticket', ticketId: id, accessVersion }
    : { kind: 'sign-in', codeId: id }
