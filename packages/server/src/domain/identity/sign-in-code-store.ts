import { declareTable, type StoredRecord } from '../../foundation/records.js'
import { addressKey } from '../answered-at.js'

/** A code that was mailed; its digits are made of its id by the server's key, and stand nowhere. */
export interface SignInCode extends StoredRecord {
  readonly site: string
  /** As `addressOf` has it. */
  readonly address: string
  /** How often other digits have been tried. */
  readonly tries: number
  readonly expiresAt: string
}

export const signInCodeTable = declareTable<SignInCode>()({
  name: 'signInCodes',
  indexes: { address: { keys: ({ site, address }) => [addressKey(site, address)] } },
})
