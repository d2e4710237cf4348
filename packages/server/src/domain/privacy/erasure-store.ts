import { declareTable, type StoredRecord } from '../../foundation/records.js'

/**
 * An erasure that is not over: it goes itself when no file remembers anything, so that a server that
 * was killed in the middle of one goes on with it.
 */
export interface Erasure extends StoredRecord {
  readonly site: string
  /** The customers that are one person, as long as something of theirs is there. */
  readonly customerIds: readonly string[]
}

export const erasureTable = declareTable<Erasure>()({
  name: 'erasures',
  indexes: { all: { keys: () => [''] } },
})
