import type { Change } from './change.js'
import type { KeptTables } from './kept-tables.js'

/** Records go in batches: each transaction sweeps at most one, which takes about a millisecond. */
const BATCH = 500

/** A minute past its end a record is swept, so that a busy server sweeps many at once, not each. */
const GRACE_SECONDS = 60

/** How often tables are asked whether something has ended. */
const LOOK_AGAIN_MS = 1000

/** Says at each transaction which records are to be swept away now, as changes: mostly none. */
export function createSweep({ all }: KeptTables) {
  let lookedAt = Number.NEGATIVE_INFINITY

  return function listSwept(now: Date): Change[] {
    const time = now.getTime()
    // Any leap of the clock, also back, makes it look.
    if (Math.abs(time - lookedAt) < LOOK_AGAIN_MS) return []
    const moment = new Date(time - GRACE_SECONDS * 1000).toISOString()
    const swept: Change[] = []
    for (const table of all) {
      for (const { id } of table.listExpired(moment, BATCH - swept.length)) {
        swept.push({ table: table.name, id, record: null })
      }
    }
    if (swept.length < BATCH) lookedAt = time
    return swept
  }
}
