import { createContentReader } from '../adapters/content/content-folder.js'
import {
  type ContentWatcher,
  watchContentFolder,
} from '../adapters/content/watch-content-folder.js'
import { type Leases, ownLeases } from '../domain/leases/leases.js'
import type { Logger } from '../foundation/logger.js'
import type { Rooms } from './compose-rooms.js'
import type { Config } from './config-schema.js'
import { createContentSync } from './content-sync.js'
import { holdLease } from './hold-lease.js'

/**
 * Syncs the content folder once, and with every edit from `follow` on. Of many nodes one does it;
 * when it stops or dies, another goes on with its own folder.
 */
export async function openContent(
  { content: folder }: Config,
  { sites, library, shelf, richText }: Rooms,
  { leases, log }: { leases: Leases; log: Logger },
) {
  if (folder === undefined) return undefined
  const read = createContentReader({ folder, richText })
  const sync = createContentSync({ site: sites.main.key, read, library, shelf, log })
  const lease = await holdLease({ leases, name: 'content', onError: report })
  let watcher: ContentWatcher | undefined
  let closing: Promise<void> | undefined
  const synced = lease.isHeld() ? await first() : undefined

  return {
    /** What the first sync found; `undefined` where another node does it. */
    synced,

    follow(): void {
      const begin = (isHeld: boolean) => {
        if (leases !== ownLeases)
          log.info('content', { syncs: isHeld ? 'this node' : 'another node' })
        watch(isHeld)
      }
      lease.onChange(begin)
      begin(lease.isHeld())
    },

    async close(): Promise<void> {
      await closing
      await watcher?.close()
      await lease.close()
    },
  }

  async function first() {
    try {
      return await sync.run()
    } catch (error) {
      await lease.close()
      throw error
    }
  }

  /** A watcher syncs at once: what was edited before it came has gone by unseen. */
  function watch(isHeld: boolean): void {
    if (isHeld) watcher = watchContentFolder({ folder: folder as string, onChange })
    else {
      closing = watcher?.close()
      watcher = undefined
    }
  }

  function onChange(): void {
    sync.run().catch(report)
  }

  function report(error: unknown): void {
    log.error('content', { problem: error instanceof Error ? error.message : 'unreadable' })
  }
}
