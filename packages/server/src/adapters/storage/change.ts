import type { StoredRecord } from '../../foundation/records.js'

/** One record put in a table, or taken out of it: what a commit, a journal and a page are made of. */
export interface Change {
  readonly table: string
  readonly id: string
  /** `null` deletes. */
  readonly record: StoredRecord | null
}
