import { describe, expect, it } from 'vitest'
import { sampleMessage, sampleTicket } from './sample-records.js'
import type { StorageWorld } from './storage-world.js'

export function describeAtomicWork(world: StorageWorld): void {
  describe('a transaction', () => {
    it('answers what its work answers', async () => {
      const storage = await world.open()
      await expect(storage.transaction(async () => 42)).resolves.toBe(42)
      await expect(storage.transaction(async () => undefined)).resolves.toBeUndefined()
    })

    it('leaves nothing when its work throws, and passes the error on', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
      const failed = storage.transaction(async (tx) => {
        tx.tickets.save(sampleTicket('tic_1', { subject: 'Half' }))
        tx.tickets.save(sampleTicket('tic_2'))
        tx.messages.save(sampleMessage('msg_1'))
        tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: 'tic_2' })
        throw new RangeError('on purpose')
      })
      await expect(failed).rejects.toThrow(RangeError)
      const after = await storage.transaction(async (tx) => ({
        one: (await tx.tickets.get('tic_1')).subject,
        two: await tx.tickets.find('tic_2'),
        message: await tx.messages.find('msg_1'),
        messages: await tx.messages.count('ticket', 'tic_1'),
        event: await tx.events.last(),
      }))
      const subject = sampleTicket('tic_1').subject
      const nothing = { two: undefined, message: undefined, messages: 0, event: 0 }
      expect(after).toEqual({ one: subject, ...nothing })
    })

    it('leaves nothing when a record cannot be kept', async () => {
      const storage = await world.open()
      const failed = storage.transaction(async (tx) => {
        tx.messages.save(sampleMessage('msg_1'))
        tx.tickets.save(undefined as never)
      })
      await expect(failed).rejects.toThrow()
      expect(await storage.transaction((tx) => tx.messages.find('msg_1'))).toBeUndefined()
    })

    it('holds nobody up by failing', async () => {
      const storage = await world.open()
      const outcomes = await Promise.allSettled([
        storage.transaction(async () => Promise.reject(new Error('late'))),
        storage.transaction(() => {
          throw new Error('at once')
        }),
        storage.transaction((tx) => tx.tickets.get('tic_none')),
        storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1'))),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual([
        'rejected',
        'rejected',
        'rejected',
        'fulfilled',
      ])
    })

    it('runs as if nothing else ran, however long it reads', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
      const reader = storage.transaction(async (tx) => {
        const before = await tx.tickets.count('requester', 'cus_1')
        for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setTimeout(resolve, 1))
        return [before, await tx.tickets.count('requester', 'cus_1')]
      })
      const writer = storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_2')))
      const [before, after] = await reader
      await writer
      expect(after).toBe(before)
    })

    it('shows its writes to nobody before it ends', async () => {
      const storage = await world.open()
      const writer = storage.transaction(async (tx) => {
        tx.tickets.save(sampleTicket('tic_1'))
        await new Promise((resolve) => setTimeout(resolve, 20))
        tx.messages.save(sampleMessage('msg_1'))
      })
      const seen = storage.transaction(async (tx) => [
        (await tx.tickets.find('tic_1')) !== undefined,
        (await tx.messages.find('msg_1')) !== undefined,
      ])
      const [ticket, message] = await seen
      await writer
      expect(ticket).toBe(message)
    })

    it('refuses to read after its first write, where a read would not see it', async () => {
      const storage = await world.open()
      for (const write of writes) {
        const wrong = storage.transaction(async (tx) => {
          write(tx)
          await tx.tickets.find('tic_1')
        })
        await expect(wrong).rejects.toThrow(/read/)
      }
      expect(await storage.transaction((tx) => tx.tickets.find('tic_1'))).toBeUndefined()
    })

    it('refuses to go on after its end', async () => {
      const storage = await world.open()
      const leaked = await storage.transaction(async (tx) => ({ tx }))
      expect(() => leaked.tx.tickets.save(sampleTicket('tic_1'))).toThrow(/over/)
      await expect(leaked.tx.tickets.find('tic_1')).rejects.toThrow(/over/)
    })

    it('is refused once the storage is closed', async () => {
      const storage = await world.open()
      await storage.close()
      const late = storage.transaction((tx) => tx.tickets.find('tic_1'))
      await expect(late).rejects.toMatchObject({ code: 'unavailable' })
    })

    it('that is under way is finished by close', async () => {
      const storage = await world.open()
      const writes = Array.from({ length: 10 }, (_, i) =>
        storage.transaction(async (tx) => tx.tickets.save(sampleTicket(`tic_${i}`))),
      )
      const outcomes = Promise.allSettled(writes)
      await storage.close()
      expect((await outcomes).every(({ status }) => status === 'fulfilled')).toBe(true)
    })
  })
}

type Work = Parameters<Awaited<ReturnType<StorageWorld['open']>>['transaction']>[0]

const writes: ((tx: Parameters<Work>[0]) => void)[] = [
  (tx) => tx.tickets.save(sampleTicket('tic_1')),
  (tx) => tx.tickets.delete('tic_1'),
  (tx) => tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: 'tic_1' }),
]
