import { describe, expect, it } from 'vitest'
import { createTally, type Tally } from '../../domain/insights/tally.js'
import type { Storage } from '../../domain/storage.js'
import type { StorageWorld } from './storage-world.js'

const subject = { site: 'demo', topic: 'search', locale: 'sv', key: 'moms | "80 %" 🔑' } as const

export function describeCounts(world: StorageWorld): void {
  describe('counts of a day', () => {
    const open = async (mostKeys?: number) => {
      const storage = await world.open()
      const deps = { storage, clock: world.clock, keptDays: 2, ...(mostKeys && { mostKeys }) }
      return { storage, tally: createTally(deps) }
    }

    it('add up, within one write and over many', async () => {
      const { storage, tally } = await open()
      for (const _ of [1, 2, 3]) tally.add(subject, { searches: 1 })
      await tally.flush()
      tally.add(subject, { searches: 1, chosen: 1, positions: 4 })
      tally.add({ ...subject, locale: 'da' }, { searches: 1 })
      await tally.flush()
      await tally.flush()
      expect(await countsOn(storage, '2026-01-05')).toEqual([
        { ...subject, locale: 'da', numbers: { searches: 1 } },
        { ...subject, numbers: { searches: 4, chosen: 1, positions: 4 } },
      ])
    })

    it('add up whoever counts at the same time', async () => {
      const { storage, tally } = await open()
      const other = createTally({ storage, clock: world.clock, keptDays: 2 })
      await Promise.all([tally, other, tally, other].map((each) => counted(each)))
      const [count] = await countsOn(storage, '2026-01-05')
      expect(count?.numbers).toEqual({ searches: 4 })
    })

    it('begin anew with each day, and are swept when their time is over', async () => {
      const { storage, tally } = await open()
      await counted(tally)
      world.hoursPass(24)
      await counted(tally)
      for (const day of ['2026-01-05', '2026-01-06']) {
        expect(await countsOn(storage, day), day).toMatchObject([{ numbers: { searches: 1 } }])
      }
      world.hoursPass(48)
      await expect.poll(() => countsOn(storage, '2026-01-05')).toEqual([])
      expect(await countsOn(storage, '2026-01-06')).toHaveLength(1)
    })

    it('go on without a name where there are too many names', async () => {
      const { storage, tally } = await open(2)
      for (const key of ['a', 'b', 'c', 'd', 'a']) tally.add({ ...subject, key }, { searches: 1 })
      await tally.flush()
      for (const key of ['b', 'e']) tally.add({ ...subject, key }, { searches: 1 })
      await tally.flush()
      const counts = await countsOn(storage, '2026-01-05')
      expect(counts.map(({ key, numbers }) => [key, numbers.searches])).toEqual([
        ['', 3],
        ['a', 2],
        ['b', 2],
      ])
    })

    it('wait for the next time where they could not be kept', async () => {
      const storage = await world.open()
      let isBroken = true
      const tally = createTally({
        storage: {
          ...storage,
          transaction: (work) =>
            isBroken ? Promise.reject(new Error('no room')) : storage.transaction(work),
        },
        ...{ clock: world.clock, keptDays: 2 },
      })
      await expect(counted(tally)).rejects.toThrow('no room')
      isBroken = false
      await counted(tally)
      expect(await countsOn(storage, '2026-01-05')).toMatchObject([{ numbers: { searches: 2 } }])
    })
  })
}

function counted(tally: Tally): Promise<void> {
  tally.add(subject, { searches: 1 })
  return tally.flush()
}

async function countsOn(storage: Storage, day: string) {
  const { items } = await storage.transaction((tx) =>
    tx.counts.list('day', `demo|search|${day}`, { limit: 100 }),
  )
  return items.map(({ site, topic, locale, key, numbers }) => ({
    ...{ site, topic, locale, key, numbers },
  }))
}
