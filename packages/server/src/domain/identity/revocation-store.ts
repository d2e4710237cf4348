import { declareTable } from '../../foundation/records.js'
import { identityKey } from './customer-store.js'
import type { Revocation } from './revocation.js'

export const revocationTable = declareTable<Revocation>()({
  name: 'revocations',
  indexes: {
    identity: { keys: ({ site, issuer, subject }) => [identityKey(site, issuer, subject)] },
  },
})
