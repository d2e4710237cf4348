import { createHash, randomBytes } from 'node:crypto'
import type { Secrets } from '../../domain/secrets.js'

export const secrets: Secrets = {
  digest: (text) => createHash('sha256').update(text).digest('base64url'),
  newToken: (prefix) => `${prefix}_${randomBytes(32).toString('base64url')}`,
}
