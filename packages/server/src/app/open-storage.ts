import { openLowdbStorage } from '../adapters/storage/lowdb/lowdb-storage.js'
import { systemClock } from '../foundation/clock.js'
import type { Logger } from '../foundation/logger.js'
import type { Config } from './config-schema.js'

/** The storage that the configuration asks for. A failed disk ends the process with one line. */
export function openStorage({ data }: Pick<Config, 'data'>, log?: Logger) {
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
