import { expect, it } from 'vitest'
import { lowdbWorld, troubledDisk } from '../../testing/storage/lowdb-world.test.kit.js'
import { dayKey } from './count-store.js'
import { createTally } from './tally.js'

const { open, newFolder } = lowdbWorld()
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }

it('keeps no more in memory than it may while storage refuses, and loses no number', async () => {
  const disk = troubledDisk()
  disk.free = 999
  const storage = await open(newFolder(), { disk: disk.calls, minFreeBytes: 1_000, clock })
  const tally = createTally({ storage, clock, keptDays: 30, mostKeys: 1_000, mostWaiting: 10 })
  for (let n = 0; n < 100; n++) {
    tally.add({ site: 'demo', topic: 'search', locale: `x-${n}`, key: `${n}` }, { searches: 1 })
    if (n % 5 === 0) await expect(tally.flush()).rejects.toMatchObject({ code: 'storage_full' })
  }
  disk.free = 1_000
  await tally.flush()
  const { items } = await storage.transaction((tx) =>
    tx.counts.list('day', dayKey('demo', 'search', '2026-11-21'), { limit: 1_000 }),
  )
  expect(items).toHaveLength(11)
  expect(items.reduce((sum, { numbers }) => sum + (numbers.searches ?? 0), 0)).toBe(100)
  expect(items.find(({ key }) => key === '')?.numbers).toEqual({ searches: 90 })
})
