import { existsSync } from 'node:fs'
import { findRunningServer } from '../adapters/storage/lowdb/lock-file.js'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import { systemClock } from '../foundation/clock.js'
import { silentLogger } from '../foundation/logger.js'
import { compose } from './compose.js'
import type { Config } from './config-schema.js'
import { runLocally } from './local-door.js'
import type { LocalInput, LocalOutput } from './local-operations.js'
import { openFiles } from './open-files.js'
import { openKeys } from './open-keys.js'
import { openStorage } from './open-storage.js'
import { openOperator } from './operator.js'

/** Searches as a customer's search would be answered now. */
export interface Searcher {
  search(input: LocalInput<'search'>): Promise<LocalOutput<'search'>>
  close(): Promise<void>
}

/**
 * Asks the server that holds the data folder. Where none runs, it is what one would answer that is
 * started now: on the data folder where there is one, and else on the content folder alone.
 */
export async function openSearcher(config: Config, env: NodeJS.ProcessEnv): Promise<Searcher> {
  if (!config.database && (await findRunningServer(config.data))) {
    const operator = await openOperator(config, env)
    return { search: (input) => operator.call('search', input), close: operator.close }
  }
  const world = await compose({
    config,
    files: await openFiles(config, env),
    ...(config.database || existsSync(config.data)
      ? { storage: await openStorage(config), ...(await openKeys(config.data, env)) }
      : { storage: createMemoryStorage({ clock: systemClock }), keys: { ticketTokens: [] } }),
    clock: systemClock,
    log: silentLogger,
  })
  await world.searchCaughtUp()
  return {
    search: async (input) => (await runLocally(world, 'search', input)) as LocalOutput<'search'>,
    close: world.close,
  }
}
