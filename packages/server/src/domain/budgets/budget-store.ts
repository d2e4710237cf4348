import { declareTable, type StoredRecord } from '../../foundation/records.js'

/** What one caller has used up of one budget; its id is a hash of both. Gone when its time is over. */
export interface Spending extends StoredRecord {
  readonly expiresAt: string
  readonly points: number
}

export const spendingTable = declareTable<Spending>()({ name: 'spendings', indexes: {} })
