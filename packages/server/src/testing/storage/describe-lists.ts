import { describe, expect, it } from 'vitest'
import type { Storage } from '../../domain/storage.js'
import { queueKey } from '../../domain/tickets/ticket-store.js'
import { sampleArticle, sampleMoment, sampleTicket } from './sample-records.js'
import type { StorageWorld } from './storage-world.js'

const everything = queueKey('demo')

export function describeLists(world: StorageWorld): void {
  describe('lists', () => {
    it('stand in the order of birth, ties by id, in both directions', async () => {
      const storage = await world.open()
      await saveTickets(storage, { tic_c: 2, tic_a: 2, tic_b: 1, tic_d: 3 })
      expect(await pagesOf(storage, { limit: 10 })).toEqual([['tic_b', 'tic_a', 'tic_c', 'tic_d']])
      const down = await pagesOf(storage, { limit: 10, direction: 'descending' })
      expect(down).toEqual([['tic_d', 'tic_c', 'tic_a', 'tic_b']])
    })

    it('stand in the order that the index declares, by code unit as no locale would', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        for (const title of ['b', 'a', 'Z', 'ä', 'a b', 'A', 'a-b']) {
          tx.articles.save(sampleArticle(`id of ${title}`, { title }))
        }
        tx.articles.save(sampleArticle('last', { position: 10, title: '0' }))
        tx.articles.save(sampleArticle('first', { position: -2.5, title: 'z' }))
      })
      const page = await storage.transaction((tx) =>
        tx.articles.list('locale', 'demo|en|', { limit: 20 }),
      )
      const titles = page.items.map(({ title }) => title)
      expect(titles).toEqual(['z', 'A', 'Z', 'a', 'a b', 'a-b', 'b', 'ä', '0'])
    })

    it.each(['ascending', 'descending'] as const)(
      'are read page by page, %s',
      async (direction) => {
        const storage = await world.open()
        const ages = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`tic_${i}`, i >> 1]))
        await saveTickets(storage, ages)
        const pages = await pagesOf(storage, { limit: 3, direction })
        expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
        const ids = Object.keys(ages)
        expect(pages.flat()).toEqual(direction === 'ascending' ? ids : ids.toReversed())
      },
    )

    it('end where they end, also after a full page', async () => {
      const storage = await world.open()
      await saveTickets(storage, { tic_a: 1, tic_b: 2 })
      expect(await pagesOf(storage, { limit: 1 })).toEqual([['tic_a'], ['tic_b']])
      expect(await pagesOf(storage, { limit: 2 })).toEqual([['tic_a', 'tic_b']])
    })

    it('skip and repeat nothing while records come and go between two pages', async () => {
      const storage = await world.open()
      await saveTickets(storage, { tic_b: 10, tic_d: 20, tic_f: 30, tic_h: 40 })
      const first = await listQueue(storage, { limit: 2 })
      expect(first.items.map(({ id }) => id)).toEqual(['tic_b', 'tic_d'])
      await saveTickets(storage, { tic_a: 5, tic_c: 15, tic_e: 25, tic_z: 50 })
      // The page ended at this one: its position goes on working.
      await storage.transaction(async (tx) => tx.tickets.delete('tic_d'))
      const rest = await listQueue(storage, { limit: 10, after: first.next ?? undefined })
      expect(rest.items.map(({ id }) => id)).toEqual(['tic_e', 'tic_f', 'tic_h', 'tic_z'])
    })

    it('refuse a position that no page ended with', async () => {
      const storage = await world.open()
      await saveTickets(storage, { tic_a: 1 })
      for (const after of ['', 'nonsense', 'WzEsMl0', '%%%']) {
        await expect(listQueue(storage, { limit: 1, after })).rejects.toMatchObject({
          code: 'invalid_input',
          errors: [{ path: 'cursor', code: 'invalid_cursor' }],
        })
      }
    })

    it('follow a record whose keys change, and so do their counts', async () => {
      const storage = await world.open()
      const open = queueKey('demo', { status: 'open' })
      const mine = queueKey('demo', { status: 'open', assignee: 'agt_1' })
      const solved = queueKey('demo', { status: 'solved' })
      const counts = () =>
        storage.transaction((tx) =>
          Promise.all(
            [everything, open, mine, solved].map((key) => tx.tickets.count('queue', key)),
          ),
        )
      const ticket = sampleTicket('tic_1', { status: 'open' })
      await saveTickets(storage, { tic_0: 1 })
      await storage.transaction(async (tx) => tx.tickets.save(ticket))
      expect(await counts()).toEqual([2, 1, 0, 0])
      await storage.transaction(async (tx) => tx.tickets.save({ ...ticket, assigneeId: 'agt_1' }))
      expect(await counts()).toEqual([2, 1, 1, 0])
      await storage.transaction(async (tx) => tx.tickets.save({ ...ticket, status: 'solved' }))
      expect(await counts()).toEqual([2, 0, 0, 1])
      await storage.transaction(async (tx) => tx.tickets.delete('tic_1'))
      expect(await counts()).toEqual([1, 0, 0, 0])
    })

    it('leave out a record without a key, also one from before there was what makes it', async () => {
      const storage = await world.open()
      const ids = async () => {
        const page = await storage.transaction((tx) =>
          tx.tickets.list('unread', 'cus_1', { limit: 5 }),
        )
        return page.items.map(({ id, unread }) => [id, unread])
      }
      await storage.transaction(async (tx) => {
        tx.tickets.save(sampleTicket('tic_1'))
        tx.tickets.save(sampleTicket('tic_2', { unread: [2, 4] }))
        tx.tickets.save(sampleTicket('tic_3', { unread: [] }))
      })
      expect(await ids()).toEqual([['tic_2', [2, 4]]])
      await storage.transaction(async (tx) => {
        tx.tickets.save(sampleTicket('tic_2', { unread: [] }))
        tx.tickets.save(sampleTicket('tic_1', { unread: [2] }))
      })
      expect(await ids()).toEqual([['tic_1', [2]]])
    })

    it('follow a record whose order changes', async () => {
      const storage = await world.open()
      const titles = async () => {
        const request = { limit: 5 }
        const page = await storage.transaction((tx) =>
          tx.articles.list('locale', 'demo|en|', request),
        )
        return page.items.map(({ title }) => title)
      }
      await storage.transaction(async (tx) => {
        tx.articles.save(sampleArticle('x', { title: 'one', position: 1 }))
        tx.articles.save(sampleArticle('y', { title: 'two', position: 2 }))
      })
      await storage.transaction(async (tx) => {
        tx.articles.save(sampleArticle('x', { title: 'three', position: 3 }))
      })
      expect(await titles()).toEqual(['two', 'three'])
    })

    it('keep keys apart, whatever characters they hold', async () => {
      const storage = await world.open()
      const keys = ['cus_1', 'cus_1 ', 'CUS_1', 'cus_%', "cus_'", 'cus_ß', 'cus_ss', '']
      await storage.transaction(async (tx) => {
        for (const [i, key] of keys.entries()) {
          tx.tickets.save(sampleTicket(`tic_${i}`, { requesterId: key }))
        }
      })
      for (const [i, key] of keys.entries()) {
        const found = await storage.transaction((tx) =>
          tx.tickets.list('requester', key, { limit: 9 }),
        )
        expect(found.items.map(({ id }) => id)).toEqual([`tic_${i}`])
      }
    })
  })
}

/** Saves tickets born so many seconds after the first moment. */
async function saveTickets(storage: Storage, births: Record<string, number>): Promise<void> {
  await storage.transaction(async (tx) => {
    for (const [id, seconds] of Object.entries(births)) {
      tx.tickets.save(sampleTicket(id, { createdAt: sampleMoment(seconds) }))
    }
  })
}

type Request = Parameters<typeof listQueue>[1]

function listQueue(
  storage: Storage,
  page: { limit: number; after?: string | undefined; direction?: 'ascending' | 'descending' },
) {
  return storage.transaction((tx) => tx.tickets.list('queue', everything, page))
}

async function pagesOf(storage: Storage, request: Request): Promise<string[][]> {
  const pages: string[][] = []
  let after: string | undefined
  do {
    const page = await listQueue(storage, { ...request, after })
    pages.push(page.items.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after !== undefined)
  return pages
}
