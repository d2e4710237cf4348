import { describe, expect, it } from 'vitest'
import { queueKey } from '../../domain/tickets/ticket-store.js'
import { sampleMoment, sampleTicket } from './sample-records.js'
import { found, said, save, search } from './search-tickets.js'
import type { StorageWorld } from './storage-world.js'

/** That a search is a read like any other: of one state, page by page, and true at once. */
export function describeSearchInTime(world: StorageWorld): void {
  describe('a search while records come and go', () => {
    it('sees at once what was committed, changed and deleted, and nothing of what failed', async () => {
      const storage = await world.open()
      expect(await found(storage, 'glaze')).toEqual([])
      const ticket = sampleTicket('tic_1', { subject: 'Glaze' })
      await storage.transaction(async (tx) => tx.tickets.save(ticket))
      expect(await found(storage, 'glaze')).toEqual(['tic_1'])

      const failed = storage.transaction(async (tx) => {
        save(tx, 'tic_2', { subject: 'Glaze' })
        throw new RangeError('on purpose')
      })
      await expect(failed).rejects.toThrow(RangeError)
      expect(await found(storage, 'glaze')).toEqual(['tic_1'])

      await storage.transaction(async (tx) => tx.tickets.save({ ...ticket, subject: 'Celadon' }))
      expect(await found(storage, 'glaze')).toEqual([])
      expect(await found(storage, 'celadon')).toEqual(['tic_1'])

      const message = said('msg_1', 'tic_1', 'Porcelain')
      await storage.transaction(async (tx) => tx.messages.save(message))
      expect(await found(storage, 'porcelain')).toEqual(['tic_1'])
      await storage.transaction(async (tx) => tx.messages.delete('msg_1'))
      expect(await found(storage, 'porcelain')).toEqual([])

      await storage.transaction(async (tx) => tx.messages.save(message))
      await storage.transaction(async (tx) => tx.tickets.delete('tic_1'))
      expect(await found(storage, 'celadon porcelain')).toEqual([])
    })

    it('finds nothing by what has ended', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        save(tx, 'tic_1', { subject: 'Glaze', expiresAt: sampleMoment(3600) })
        save(tx, 'tic_2')
        const message = said('msg_1', 'tic_2', 'Glaze')
        tx.messages.save({ ...message, expiresAt: sampleMoment(3600) })
      })
      expect(await found(storage, 'glaze')).toHaveLength(2)
      world.hoursPass(2)
      await expect.poll(() => found(storage, 'glaze')).toEqual([])
    })

    it('is read page by page, and skips and repeats nothing', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        for (let i = 0; i < 7; i += 1) {
          save(tx, `tic_${i}`, { subject: i % 2 ? 'Glaze' : 'Glaze on a bowl' }, i >> 1)
        }
      })
      const whole = await found(storage, 'glaze bowl')
      expect(whole).toHaveLength(7)
      const pages: string[][] = []
      let after: string | undefined
      do {
        const page = await search(storage, 'glaze bowl', { limit: 3, after })
        pages.push(page.items.map(({ id }) => id))
        after = page.next ?? undefined
        await storage.transaction(async (tx) => save(tx, `tic_late_${after}`, {}, 90))
      } while (after !== undefined)
      expect(pages.map(({ length }) => length)).toEqual([3, 3, 1])
      expect(pages.flat()).toEqual(whole)
    })

    it('refuses a position that no page ended with', async () => {
      const storage = await world.open()
      for (const after of ['', 'nonsense', 'WzEsMl0', '%%%']) {
        await expect(search(storage, 'glaze', { limit: 1, after })).rejects.toMatchObject({
          code: 'invalid_input',
        })
      }
    })

    it('finds nothing in a table of which no texts are searched', async () => {
      const storage = await world.open()
      const page = await storage.transaction((tx) =>
        tx.counters.search('none' as never, '', 'glaze', { limit: 5 }),
      )
      expect(page).toEqual({ items: [], next: null })
    })

    it('comes before the first write, like every read', async () => {
      const storage = await world.open()
      const wrong = storage.transaction(async (tx) => {
        save(tx, 'tic_1')
        await tx.tickets.search('queue', queueKey('demo'), 'glaze', { limit: 1 })
      })
      await expect(wrong).rejects.toThrow(/read/)
    })

    it('is right while others write', async () => {
      const storage = await world.open()
      const writes = Array.from({ length: 200 }, (_, i) =>
        storage.transaction(async (tx) => save(tx, `tic_${i}`, { subject: `Glaze ${i}` })),
      )
      const seen = await Promise.all([1, 2, 3].map(() => found(storage, 'glaze')))
      await Promise.all(writes)
      expect(await found(storage, 'glaze')).toHaveLength(200)
      expect(seen.flat().every((id) => /^tic_\d+$/.test(id))).toBe(true)
    })

    it.skipIf(!world.reopen)('finds the same after closing and opening again', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        save(tx, 'tic_1', { context: { locale: 'sv' }, subject: 'Fakturorna saknar moms' })
        save(tx, 'tic_2')
        tx.messages.save(said('msg_1', 'tic_2', 'Porcelain'))
      })
      const again = (await world.reopen?.(storage)) ?? storage
      expect(await found(again, 'fakturor')).toEqual(['tic_1'])
      expect(await found(again, 'porcelain')).toEqual(['tic_2'])
    })
  })
}
