import { mkdir } from 'node:fs/promises'
import { type LowdbStorage, openLowdbStorage } from '../adapters/storage/lowdb/lowdb-storage.js'
import type { Storage } from '../domain/storage.js'
import { systemClock } from '../foundation/clock.js'
import type { Logger } from '../foundation/logger.js'
import type { Config } from './config-schema.js'

/** What a folder brings beside the port; a database has no door for commands, and needs none. */
export type OpenedStorage = Storage & Partial<LowdbStorage>

/**
 * The storage that the configuration asks for: a database where one is named, else the data folder. A
 * failed disk ends the process with one line; a lost database is waited for.
 */
export async function openStorage(
  { data, database }: Pick<Config, 'data' | 'database'>,
  log?: Logger,
): Promise<OpenedStorage> {
  if (database !== undefined) {
    await mkdir(data, { recursive: true, mode: 0o700 })
    // Fetched here, so that folders do without a driver.
    const postgres = await import('../adapters/storage/postgres/postgres-storage.js')
    const options = { url: database, clock: systemClock, ...(log && { log }) }
    return postgres.openPostgresStorage(options)
  }
  return openLowdbStorage({
    folder: data,
    clock: systemClock,
    ...(log && { log }),
    onFatal(error) {
      process.stderr.write(`[waypost] [storage] ${error.message}\n`)
      process.exit(1)
    },
  })
}
