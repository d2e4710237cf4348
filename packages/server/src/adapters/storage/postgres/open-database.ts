import { isWaypostError, WaypostError } from '@waypost/sdk/contract'
import type { Client } from 'pg'
import type { Logger } from '../../../foundation/logger.js'
import { refuseHalfCopy } from './copy-mark.js'
import { placeOf, refusalOf } from './lost.js'
import { type Migrated, migrate } from './migrate.js'
import { createPatientConnections } from './patient-connections.js'

/** Looks whether a database can be used, and migrates it. Throws one readable line where it cannot. */
export async function openDatabase({ url, log }: { url: string; log: Logger }): Promise<Migrated> {
  const { connected, end } = createPatientConnections(url)
  try {
    const client = await connected()
    await refuseUnusable(client, placeOf(url))
    await refuseHalfCopy(client, placeOf(url))
    return await migrate({ client, keeper: await connected(), place: placeOf(url), log })
  } catch (error) {
    if (isWaypostError(error)) throw error
    throw new WaypostError('unavailable', { detail: refusalOf(error, url), cause: error })
  } finally {
    await end()
  }
}

/** Throws where nothing can be kept well. */
export async function refuseUnusable(client: Client, place: string): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('server_encoding') as encoding, pg_is_in_recovery() as follows`,
  )
  const [{ encoding, follows }] = rows
  if (encoding !== 'UTF8') {
    throw new WaypostError('unavailable', {
      detail: `${place} keeps its text in ${encoding}: create a database with encoding UTF8`,
    })
  }
  if (follows) {
    throw new WaypostError('unavailable', {
      detail: `${place} is a standby, which cannot be written to: name the primary`,
    })
  }
}
