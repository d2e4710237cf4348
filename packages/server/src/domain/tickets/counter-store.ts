import { declareTable, type StoredRecord } from '../../foundation/records.js'

/** The last number given out, for one purpose of one site. */
export interface Counter extends StoredRecord {
  readonly value: number
}

export const counterTable = declareTable<Counter>()({ name: 'counters', indexes: {} })
