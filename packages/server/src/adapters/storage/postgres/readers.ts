import { Pool, type PoolClient } from 'pg'
import { ask, type ConnectOptions, connectionSettings } from './connect.js'
import { BY_INDEX } from './greet.js'
import { Lost } from './lost.js'
import type { Outage } from './outage.js'

/** Connections of one node: so many that read, one that writes, one that listens. */
const READERS = 8

export interface ReadersDeps extends ConnectOptions {
  outage: Outage
}

/** The connections of a node that read, which are lent for a snapshot each. */
export function createReaders({ outage, ...options }: ReadersDeps) {
  const pool = new Pool({ ...connectionSettings(options), max: READERS })
  // One that breaks is replaced by the next; without these it would end the process, idle or not.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    client.query(BY_INDEX).catch(() => undefined)
  })
  return {
    /** Throws `Lost` where there is none to be had. */
    async lend<T>(step: (connection: PoolClient) => Promise<T>): Promise<T> {
      const connection = await pool.connect().catch((error: Error) => {
        throw new Lost(error.message, { cause: error })
      })
      try {
        const value = await outage.waitFor(step(connection))
        // Nobody waits for the end of a snapshot: what has been read is written first.
        setImmediate(() => {
          ask(connection, 'commit').then(
            () => connection.release(),
            (error: Error) => connection.release(error),
          )
        })
        return value
      } catch (error) {
        connection.release(error as Error)
        throw error
      }
    },

    end: (): Promise<void> => pool.end(),
  }
}
