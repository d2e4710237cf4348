import { createLearningIndex } from '../adapters/search/learning-index.js'
import { createSearchIndex } from '../adapters/search/search-index.js'
import type { Keys } from '../adapters/tokens/keys.js'
import { secrets } from '../adapters/tokens/secrets.js'
import type { FileStore } from '../domain/attachments/file-store.js'
import { createCollectionTitles } from '../domain/knowledge/collection-titles.js'
import { createFinder } from '../domain/knowledge/finder.js'
import { createPins } from '../domain/knowledge/pins.js'
import { rememberMostRead } from '../domain/knowledge/remember-most-read.js'
import { createLeases, ownLeases } from '../domain/leases/leases.js'
import type { Mailer } from '../domain/notifications/mailer.js'
import type { Storage } from '../domain/storage.js'
import type { Clock } from '../foundation/clock.js'
import { newId } from '../foundation/ids.js'
import type { Logger } from '../foundation/logger.js'
import { composeHttp, type KeepBuild } from './compose-http.js'
import { composeRooms } from './compose-rooms.js'
import type { Config } from './config-schema.js'
import { feedStreams } from './feed-streams.js'
import { keepRetention } from './keep-retention.js'
import type { KeepSearch } from './keep-search.js'
import { openContent } from './open-content.js'
import { openPost } from './open-post.js'
import { probeStorage } from './probe-storage.js'
import { publicUrlOf } from './public-url.js'
import { feedSearch } from './search-feed.js'
import { sweepFiles } from './sweep-files.js'
import { createTellSettings } from './tell-settings.js'
import { watchContent } from './watch-content.js'

export interface ComposeDeps {
  config: Config
  storage: Storage
  files: FileStore
  mailer?: Mailer | undefined
  keys: Keys
  clock: Clock
  log: Logger
  rotateKeys?: (() => Promise<Keys>) | undefined
  keepBuild?: KeepBuild | undefined
  keepSearch?: KeepSearch | undefined
  /** The id of this node, where others share the storage. */
  node?: string | undefined
}

/** The whole server, put together by hand: read this first. Nothing listens yet. */
export async function compose(deps: ComposeDeps) {
  const { config, storage, clock, log, keepBuild } = deps
  let status: 'ok' | 'starting' | 'stopping' = 'starting'
  const publicUrl = publicUrlOf(config)
  let changes: Awaited<ReturnType<typeof watchContent>> | undefined
  const contentVersion = () => (changes?.isKnown() ? changes.version() : undefined)
  const rooms = composeRooms({ ...deps, publicUrl, contentVersion })
  const { sites, library, fallbackLocale } = rooms
  const leases = storage.isAlone
    ? ownLeases
    : createLeases({ storage, clock, holder: deps.node ?? newId('nod') })

  const content = await openContent(config, rooms, { leases, log })
  const index = createSearchIndex()
  const kept = deps.keepSearch?.(index)
  await kept?.load()
  const pins = createPins()
  const titles = createCollectionTitles()
  const learning = createLearningIndex()
  const tellSettings = createTellSettings({
    ...{ storage, clock, sites, digest: secrets.digest },
    fromContent: async (site) => [index.locales(site), await rooms.education.isLearnt(site)],
  })
  const feed = await feedSearch({
    storage,
    library,
    index,
    shelf: rooms.shelf,
    learning,
    pins,
    titles,
    sites: sites.all.map(({ key }) => key),
    onError: (error) => log.error('search feed', { reason: String(error) }),
    onFound: tellSettings,
  })
  kept?.follow()
  await tellSettings()
  const { streams } = rooms
  const { heartbeat } = config.streams
  const streaming = await feedStreams({ storage, streams, heartbeat, log })
  const mostRead = rememberMostRead(rooms.reports.mostRead, clock)
  const finder = createFinder({ index, pins, titles, storage, fallbackLocale, mostRead })
  changes = await watchContent({
    ...{ storage, timesFound: feed.timesFound },
    onError: (error) => log.error('content', { reason: String(error) }),
  })
  const isStorageThere = probeStorage(storage)
  const app = composeHttp({
    ...{ config, publicUrl, rooms, index, finder, learning, clock, log, keepBuild },
    changes,
    status: () => status,
    async findTrouble() {
      if (feed.hasMissed()) return 'This node has missed what others wrote: start it again.'
      return (await isStorageThere()) ? undefined : 'The storage does not answer.'
    },
  })
  status = 'ok'
  // Last of all: a watcher keeps the process alive, and nothing can fail any more.
  content?.follow()
  const { retention, erasures, audit } = rooms
  const keeping = await keepRetention({ config, retention, erasures, audit, leases, log })
  const stopSweeping = sweepFiles({ attachments: rooms.attachments, leases, log })
  const post = await openPost({ config, publicUrl, rooms, storage, clock, leases, log })

  return {
    ...rooms,
    ...{ publicUrl, app, log, index, finder, learning },
    /** What the first sync of the content folder found. */
    synced: content?.synced,
    /** Resolves when search knows everything that has been committed. */
    searchCaughtUp: () => feed.caughtUp(),
    /** Resolves when every mail that is due has been tried once. */
    mailsCaughtUp: () => post.caughtUp(),
    /** Resolves when every stream has been sent what has been committed. */
    streamsCaughtUp: () => streaming.caughtUp(),
    isStopping: () => status === 'stopping',
    /** Says on `/readyz` that no more calls should come. */
    stopSoon() {
      status = 'stopping'
    },
    async close() {
      status = 'stopping'
      await streaming.close()
      await content?.close()
      await keeping.close()
      await stopSweeping()
      await post.close()
      changes.stop()
      feed.stop()
      await kept?.close()
      await rooms.insights
        .close()
        .catch((error: unknown) => log.error('insights', { reason: String(error) }))
      await storage.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof compose>>
