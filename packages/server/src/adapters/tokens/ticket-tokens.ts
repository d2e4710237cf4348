import type { TicketTokens } from '../../domain/secrets.js'
import type { Keys } from './keys.js'
import { createSigning } from './signing.js'

const TOKEN = /^wpt_([a-z0-9]{1,16})\.(tic_[0-9a-z]{26})\.(\d{1,9})\.([A-Za-z0-9_-]{43})$/

/** `wpt_<key id>.<ticket id>.<version>.<HMAC-SHA256>` */
export function createTicketTokens(keys: () => Keys['ticketTokens']): TicketTokens {
  const { sign, isSigned } = createSigning('ticket', keys)
  return {
    issue(ticketId, accessVersion) {
      const { keyId, mac } = sign(`${ticketId}|${accessVersion}`)
      return `wpt_${keyId}.${ticketId}.${accessVersion}.${mac}`
    },
    read(token) {
      const [, keyId = '', ticketId = '', version = '', mac = ''] = TOKEN.exec(token) ?? []
      const accessVersion = Number(version)
      const body = `${ticketId}|${accessVersion}`
      return isSigned({ keyId, body, mac }) ? { ticketId, accessVersion } : undefined
    },
  }
}
