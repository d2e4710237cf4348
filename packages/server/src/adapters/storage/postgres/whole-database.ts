import { isWaypostError, WaypostError } from '@waypost/sdk/contract'
import type { Client } from 'pg'
import type { WholeSource } from '../whole-storage.js'
import { refuseHalfCopy } from './copy-mark.js'
import { refuseLiveNodes } from './live-nodes.js'
import { isPassing, placeOf, refusalOf } from './lost.js'
import { refuseNewer } from './migrate.js'
import { createPatientConnections } from './patient-connections.js'
import { countWhole, readWhole } from './read-whole.js'
import { steps } from './steps.js'

export interface WholeDatabaseOptions {
  url: string
  /** The schema of its records. */
  schema: number
  /** Servers may go on; otherwise they are refused, and none can commit before this is closed. */
  isShared: boolean
}

/** Everything in a database, as it is at one moment. */
export async function openWholeDatabase(options: WholeDatabaseOptions): Promise<WholeSource> {
  const { url, schema, isShared } = options
  const name = placeOf(url)
  const { connected, end: close } = createPatientConnections(url)
  try {
    const client = await connected()
    await refuseOthers(client, name)
    await refuseHalfCopy(client, name)
    const keeper = isShared ? undefined : await holdStill(await connected(), name)
    await client.query('begin isolation level repeatable read read only')
    const counts = await countWhole(client)
    return {
      ...{ name, schema, counts, close },
      keys: undefined,
      async *read() {
        try {
          yield* readWhole(client)
          // Throws where the row was lost on the way, and somebody may have committed meanwhile.
          await keeper?.query('select')
        } catch (error) {
          throw brokenOff(error, url)
        }
      },
    }
  } catch (error) {
    await close()
    throw refused(error, url)
  }
}

/** Takes the row without which nobody commits. */
async function holdStill(client: Client, place: string): Promise<Client> {
  await refuseLiveNodes(client, place)
  await client.query(
    `begin; set local lock_timeout = '5s'; set local idle_in_transaction_session_timeout = 0;
    select from waypost._state for update`,
  )
  await refuseLiveNodes(client, place)
  return client
}

/** Throws where the database is not of this very version: nothing is changed to read it. */
async function refuseOthers(client: Client, place: string): Promise<void> {
  const { rows } = await client.query(`select to_regclass('waypost._schema') as found`)
  const [found] = rows[0].found ? (await client.query('select * from waypost._schema')).rows : []
  if (found?.version === steps.length) return
  refuseNewer(found?.version ?? 0, steps.length, place)
  const detail = found ? `${place} ${OTHER}` : `${place} holds no storage of Waypost`
  throw new WaypostError('unavailable', { detail })
}

const OTHER = 'is of an older version of Waypost: start a server of this one on it first'

/** One readable line, without a secret. */
export function refused(error: unknown, url: string): Error {
  if (isWaypostError(error)) return error
  const hasNoTable = (error as { code?: string }).code === '42P01'
  const detail = hasNoTable ? `${placeOf(url)} ${OTHER}` : refusalOf(error, url)
  return new WaypostError('unavailable', { detail, cause: error })
}

/** The same for what was under way. */
export function brokenOff(error: unknown, url: string): Error {
  if (isWaypostError(error) || !isPassing(error)) return refused(error, url)
  const why = `The line to ${placeOf(url)} was lost (${(error as Error).message})`
  const detail = `${why}: give the same command again`
  return new WaypostError('unavailable', { detail, cause: error })
}
