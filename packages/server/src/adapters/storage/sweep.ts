import type { Change } from './change.js'
import type { KeptTables } from './kept-tables.js'

/** Records go in batches: each transaction sweeps at most one, which takes about a millisecond. */
const BATCH = 500

/** A minute past its end a record is swept, so that a busy server sweeps many at once, not each. */
const GRACE_SECONDS = 60

/** The next records to sweep away, as changes. */
export function listSwept({ all }: KeptTables, now: Date): Change[] {
  const moment = new Date(now.getTime() - GRACE_SECONDS * 1000).toISOString()
  const swept: Change[] = []
  for (const table of all) {
    for (const { id } of table.listExpired(moment, BATCH - swept.length)) {
      swept.push({ table: table.name, id, record: null })
    }
  }
  return swept
}
