import { isWaypostError, WaypostError } from '@waypost/sdk/contract'
import { ask, askAll } from './connect.js'
import type { Line } from './line.js'
import { Lost } from './lost.js'
import { type Outage, pauseBefore } from './outage.js'
import type { Signature } from './write-query.js'

/** How long it is asked what has become of a commit whose answer was lost: milliseconds. */
const DOUBT = 30_000

export interface SurelyDeps {
  line: Line
  outage: Outage
  /** By which the commit that is under way is known. */
  signature(): Signature
}

/**
 * Tells whether what was to commit has. Where the answer is lost on the way, it finds out what has
 * become of it; it throws `Lost` where it has not come to be and never will.
 */
export function createSurely({ line, outage, signature }: SurelyDeps) {
  return async (committed: Promise<boolean>): Promise<boolean> => {
    try {
      return await committed
    } catch (error) {
      if (error instanceof Lost && (await hasCommitted(error))) return true
      throw error
    }
  }

  async function hasCommitted(cause: Lost): Promise<boolean> {
    const until = Date.now() + DOUBT
    const { node, turn } = signature()
    for (let tries = 0; Date.now() < until; tries += 1) {
      await line.drop()
      try {
        const connection = await line.get()
        // Waits for the row as long as the lost one may hold it, and raises its number: what is
        // perhaps still on its way to the server then comes too late there.
        await askAll(connection, 'begin; update waypost._state set commit = commit + 1')
        const text = 'select signatures -> $1 ->> 0 as turn from waypost._state'
        const { rows } = await ask(connection, { text, values: [node] })
        await ask(connection, 'commit')
        return Number(rows[0]?.turn) === turn
      } catch (error) {
        // One that is slow, or full, has not told either.
        if (!(error instanceof Lost) && !isWaypostError(error)) throw error
        if (error instanceof Lost) outage.begins(error)
        await pauseBefore(tries)
      }
    }
    const detail = 'The database was lost in the middle of this; whether it was kept is not known'
    throw new WaypostError('unavailable', { detail, retryAfter: 5, cause })
  }
}
