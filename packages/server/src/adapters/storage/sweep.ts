import type { Change } from './change.js'
import type { KeptTables } from './kept-tables.js'

/** Records go in batches: nobody waits for more than one, which takes about a millisecond in memory. */
export const SWEEP_BATCH = 500

/** A minute past its end a record is swept, so that a busy server sweeps many at once, not each. */
const GRACE_MS = 60_000

/** What has ended by this moment is to be swept. */
export function sweptUpTo(now: Date): string {
  return new Date(now.getTime() - GRACE_MS).toISOString()
}

/** How often tables are asked whether something has ended. */
const LOOK_AGAIN_MS = 1000

/** Says at each transaction which records are to be swept away now, as changes: mostly none. */
export function createSweep({ all }: KeptTables) {
  let lookedAt = Number.NEGATIVE_INFINITY

  return function listSwept(now: Date): Change[] {
    const time = now.getTime()
    // Any leap of the clock, also back, makes it look.
    if (Math.abs(time - lookedAt) < LOOK_AGAIN_MS) return []
    const moment = sweptUpTo(now)
    const swept: Change[] = []
    for (const table of all) {
      for (const { id } of table.listExpired(moment, SWEEP_BATCH - swept.length)) {
        swept.push({ table: table.name, id, record: null })
      }
    }
    if (swept.length < SWEEP_BATCH) lookedAt = time
    return swept
  }
}
