import { createContentReader } from '../adapters/content/content-folder.js'
import { watchContentFolder } from '../adapters/content/watch-content-folder.js'
import { createSearchIndex } from '../adapters/search/search-index.js'
import type { Keys } from '../adapters/tokens/keys.js'
import { createCollectionTitles } from '../domain/knowledge/collection-titles.js'
import { createFinder } from '../domain/knowledge/finder.js'
import { createPins } from '../domain/knowledge/pins.js'
import { rememberMostRead } from '../domain/knowledge/remember-most-read.js'
import type { Storage } from '../domain/storage.js'
import type { Clock } from '../foundation/clock.js'
import type { Logger } from '../foundation/logger.js'
import { composeHttp, type KeepBuild } from './compose-http.js'
import { composeRooms, type Rooms } from './compose-rooms.js'
import type { Config } from './config-schema.js'
import { createContentSync } from './content-sync.js'
import { publicUrlOf } from './public-url.js'
import { feedSearch } from './search-feed.js'
import { watchContent } from './watch-content.js'

export interface ComposeDeps {
  config: Config
  storage: Storage
  keys: Keys
  clock: Clock
  log: Logger
  rotateKeys?: (() => Promise<Keys>) | undefined
  keepBuild?: KeepBuild | undefined
}

/** The whole server, put together by hand: read this first. Nothing listens yet. */
export async function compose(deps: ComposeDeps) {
  const { config, storage, keys, clock, log, rotateKeys, keepBuild } = deps
  let status: 'ok' | 'starting' | 'stopping' = 'starting'
  const publicUrl = publicUrlOf(config)
  const rooms = composeRooms({ config, publicUrl, storage, keys, clock, log, rotateKeys })
  const { sites, library, fallbackLocale } = rooms

  const content = await openContent(config, rooms, log)
  const index = createSearchIndex()
  const pins = createPins()
  const titles = createCollectionTitles()
  const feed = await feedSearch({
    storage,
    library,
    index,
    pins,
    titles,
    sites: sites.all.map(({ key }) => key),
    onError: (error) => log.error('search feed', { reason: String(error) }),
  })
  const mostRead = rememberMostRead(rooms.reports.mostRead, clock)
  const finder = createFinder({ index, pins, titles, storage, fallbackLocale, mostRead })
  const changes = watchContent({ storage, searchCaughtUp: () => feed.caughtUp() })
  const app = composeHttp({
    ...{ config, publicUrl, rooms, index, finder, clock, log, keepBuild },
    contentVersion: changes.version,
    status: () => status,
  })
  status = 'ok'
  // Last of all: a watcher keeps the process alive, and nothing can fail any more.
  const watcher = content?.watch()

  return {
    ...rooms,
    ...{ publicUrl, app, log, index, finder },
    /** What the first sync of the content folder found. */
    synced: content?.synced,
    /** Resolves when search knows everything that has been committed. */
    searchCaughtUp: () => feed.caughtUp(),
    /** Says on `/readyz` that no more calls should come. */
    stopSoon() {
      status = 'stopping'
    },
    async close() {
      status = 'stopping'
      await watcher?.close()
      changes.stop()
      feed.stop()
      await rooms.insights
        .close()
        .catch((error: unknown) => log.error('insights', { reason: String(error) }))
      await storage.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof compose>>

/** Syncs the content folder once, and with every edit from `watch` on. */
async function openContent(config: Config, { sites, library, richText }: Rooms, log: Logger) {
  if (config.content === undefined) return undefined
  const folder = config.content
  const read = createContentReader({ folder, richText })
  const sync = createContentSync({ site: sites.main.key, read, library, log })
  const synced = await sync.run()
  const onChange = () => {
    sync.run().catch((error: unknown) => {
      log.error('content', { problem: error instanceof Error ? error.message : 'unreadable' })
    })
  }
  return { synced, watch: () => watchContentFolder({ folder, onChange }) }
}
