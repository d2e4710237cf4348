import { describe } from 'vitest'
import { describeAtomicWork } from './storage/describe-atomic-work.js'
import { describeCounts } from './storage/describe-counts.js'
import { describeEventLog } from './storage/describe-event-log.js'
import { describeExpiry } from './storage/describe-expiry.js'
import { describeLists } from './storage/describe-lists.js'
import { describeManyWriters } from './storage/describe-many-writers.js'
import { describeRecords } from './storage/describe-records.js'
import { describeReopening } from './storage/describe-reopening.js'
import { describeSearch } from './storage/describe-search.js'
import { describeSearchInTime } from './storage/describe-search-in-time.js'
import { type StorageUnderTest, storageWorld } from './storage/storage-world.js'

/**
 * Every promise of the storage port as tests: an adapter that passes them whole may be used in the
 * place of any other. Runs inside of Vitest.
 *
 * ```ts
 * describeStorage('memory', { open: async ({ clock }) => createMemoryStorage({ clock }) })
 * ```
 */
export function describeStorage(name: string, storage: StorageUnderTest): void {
  describe(name, () => {
    const world = storageWorld(storage)
    describeRecords(world)
    describeLists(world)
    describeAtomicWork(world)
    describeManyWriters(world)
    describeEventLog(world)
    describeExpiry(world)
    describeCounts(world)
    describeSearch(world)
    describeSearchInTime(world)
    if (world.reopen) describeReopening(world, world.reopen)
  })
}
