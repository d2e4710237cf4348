import { describe, expect, it } from 'vitest'
import type { Storage } from '../../domain/storage.js'
import { sampleMoment, sampleTicket } from './sample-records.js'
import type { StorageWorld } from './storage-world.js'

export function describeEventLog(world: StorageWorld): void {
  describe('the event log', () => {
    it('is empty at first', async () => {
      const storage = await world.open()
      expect(await boundsOf(storage)).toEqual([0, 0])
      expect(await storage.transaction((tx) => tx.events.listAfter(0, 10))).toEqual([])
    })

    it('holds what was added, with its number and moment', async () => {
      const storage = await world.open()
      await openTickets(storage, ['tic_1', 'tic_2'])
      expect(await storage.transaction((tx) => tx.events.listAfter(0, 10))).toEqual([
        { number: 1, at: sampleMoment(0), event: openedEvent('tic_1') },
        { number: 2, at: sampleMoment(0), event: openedEvent('tic_2') },
      ])
      expect(await boundsOf(storage)).toEqual([1, 2])
    })

    it('keeps the order of events added by one transaction', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        for (const id of ['b', 'a', 'c']) tx.events.add(openedEvent(id))
      })
      const events = await storage.transaction((tx) => tx.events.listAfter(0, 10))
      expect(events.map(({ number, event }) => [number, event])).toEqual(
        ['b', 'a', 'c'].map((id, i) => [i + 1, openedEvent(id)]),
      )
    })

    it('is read in steps from any number, and a short step is the end', async () => {
      const storage = await world.open()
      const ids = Array.from({ length: 12 }, (_, i) => `tic_${i}`)
      await openTickets(storage, ids)
      const numbersAfter = async (number: number, limit: number) =>
        (await storage.transaction((tx) => tx.events.listAfter(number, limit))).map((e) => e.number)
      expect(await numbersAfter(0, 5)).toEqual([1, 2, 3, 4, 5])
      expect(await numbersAfter(9, 5)).toEqual([10, 11, 12])
      expect(await numbersAfter(12, 5)).toEqual([])
      expect(await numbersAfter(99, 5)).toEqual([])
    })

    it('wakes listeners once the event and its change can be read', async () => {
      const storage = await world.open()
      const seen: unknown[] = []
      const stop = storage.onEvents(() => {
        storage
          .transaction(async (tx) => [
            await tx.events.last(),
            (await tx.tickets.find('tic_1')) !== undefined,
          ])
          .then((state) => seen.push(state))
      })
      await openTickets(storage, ['tic_1'])
      await expect.poll(() => seen[0]).toEqual([1, true])
      stop()
    })

    it('wakes for each commit that matters, until told to stop', async () => {
      const storage = await world.open()
      let woken = 0
      let heard = 0
      const stop = storage.onEvents(() => {
        woken += 1
      })
      storage.onEvents(() => {
        heard += 1
      })
      await openTickets(storage, ['tic_1'])
      await expect.poll(() => woken).toBeGreaterThan(0)
      stop()
      await expect.poll(() => heard).toBe(woken)
      const before = woken
      await openTickets(storage, ['tic_2'])
      await expect.poll(() => heard).toBeGreaterThan(before)
      expect(woken).toBe(before)
    })

    it('wakes nobody for what did not happen', async () => {
      const storage = await world.open()
      let woken = 0
      storage.onEvents(() => {
        woken += 1
      })
      await storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
      await storage
        .transaction(async (tx) => {
          tx.events.add(openedEvent('tic_1'))
          throw new Error('on purpose')
        })
        .catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(woken).toBe(0)
    })
  })
}

function openedEvent(ticketId: string) {
  return { kind: 'ticket.opened', site: 'demo', ticketId } as const
}

async function openTickets(storage: Storage, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await storage.transaction(async (tx) => {
      tx.tickets.save(sampleTicket(id))
      tx.events.add(openedEvent(id))
    })
  }
}

function boundsOf(storage: Storage): Promise<[first: number, last: number]> {
  return storage.transaction(async (tx) => [await tx.events.first(), await tx.events.last()])
}
