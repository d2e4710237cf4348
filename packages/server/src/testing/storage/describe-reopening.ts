import { describe, expect, it } from 'vitest'
import type { Storage } from '../../domain/storage.js'
import { queueKey } from '../../domain/tickets/ticket-store.js'
import { sampleMessage, sampleMoment, sampleTicket } from './sample-records.js'
import type { StorageWorld } from './storage-world.js'

type Reopen = NonNullable<StorageWorld['reopen']>

export function describeReopening(world: StorageWorld, reopen: Reopen): void {
  describe('after closing and opening again', () => {
    it('everything is there: records, keys, order, counts', async () => {
      const storage = await world.open()
      for (let i = 0; i < 40; i += 1) {
        await storage.transaction(async (tx) => {
          tx.tickets.save(sampleTicket(`tic_${i}`, { createdAt: sampleMoment(i % 7) }))
          tx.messages.save(sampleMessage(`msg_${i}`, { ticketId: `tic_${i}` }))
        })
      }
      await storage.transaction(async (tx) => {
        tx.tickets.save(sampleTicket('tic_3', { status: 'solved', subject: 'Changed' }))
        tx.tickets.delete('tic_4')
      })
      const before = await whatIsKept(storage)
      const again = await reopen(storage)
      expect(await whatIsKept(again)).toEqual(before)
      expect(before.tickets).toHaveLength(39)
    })

    it('what was changed is changed, what was deleted stays deleted, time after time', async () => {
      let storage = await world.open()
      await storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
      storage = await reopen(storage)
      await storage.transaction(async (tx) =>
        tx.tickets.save(sampleTicket('tic_1', { version: 2 })),
      )
      storage = await reopen(storage)
      const found = await storage.transaction((tx) => tx.tickets.get('tic_1'))
      expect(found.version).toBe(2)
      await storage.transaction(async (tx) => tx.tickets.delete('tic_1'))
      storage = await reopen(storage)
      await storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_2')))
      storage = await reopen(storage)
      expect((await whatIsKept(storage)).tickets.map(({ id }) => id)).toEqual(['tic_2'])
    })

    it('nothing can be changed through what is read', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
      const again = await reopen(storage)
      const read = await again.transaction((tx) => tx.tickets.get('tic_1'))
      try {
        ;(read.fields as Record<string, unknown>).plan = 'stolen'
      } catch {}
      expect((await again.transaction((tx) => tx.tickets.get('tic_1'))).fields.plan).toBe('team')
    })

    it('events go on with the next number, also when all have been swept', async () => {
      let storage = await world.open()
      const add = () =>
        storage.transaction(async (tx) => {
          tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: 'tic_1' })
        })
      await add()
      await add()
      storage = await reopen(storage)
      await add()
      expect((await whatIsKept(storage)).events.map(({ number }) => number)).toEqual([1, 2, 3])
      world.hoursPass(30)
      await expect.poll(() => storage.transaction((tx) => tx.events.first())).toBe(0)
      storage = await reopen(storage)
      await add()
      expect((await whatIsKept(storage)).events.map(({ number }) => number)).toEqual([4])
    })

    it('a position goes on where its page ended', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        for (const id of ['tic_a', 'tic_b', 'tic_c']) tx.tickets.save(sampleTicket(id))
      })
      const list = (from: Storage, after?: string) =>
        from.transaction((tx) => tx.tickets.list('requester', 'cus_1', { limit: 2, after }))
      const { next } = await list(storage)
      const again = await reopen(storage)
      const rest = await list(again, next ?? undefined)
      expect(rest.items.map(({ id }) => id)).toEqual(['tic_c'])
    })
  })
}

async function whatIsKept(storage: Storage) {
  return storage.transaction(async (tx) => ({
    tickets: (await tx.tickets.list('queue', queueKey('demo'), { limit: 1000 })).items,
    solved: await tx.tickets.count('queue', queueKey('demo', { status: 'solved' })),
    message: await tx.messages.findBy('ticket', 'tic_7'),
    events: await tx.events.listAfter(0, 1000),
  }))
}
