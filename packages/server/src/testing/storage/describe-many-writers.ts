import { describe, expect, it } from 'vitest'
import { sampleMoment, sampleTicket } from './sample-records.js'
import type { StorageWorld } from './storage-world.js'

const WRITERS = 64
const ROUNDS = 5

export function describeManyWriters(world: StorageWorld): void {
  describe('many writers at once', () => {
    it('lose and double nothing: each number is given out once', async () => {
      const storage = await world.open()
      async function openTicket(id: string): Promise<string> {
        return storage.transaction(async (tx) => {
          const counter = await tx.counters.find('demo|tickets')
          const value = (counter?.value ?? 1000) + 1
          const reference = `WP-${value}`
          tx.counters.save({ id: 'demo|tickets', createdAt: sampleMoment(0), value })
          tx.tickets.save(sampleTicket(id, { reference }))
          tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: id })
          return reference
        })
      }
      const given = await Promise.all(
        Array.from({ length: WRITERS }, async (_, writer) => {
          const own: string[] = []
          for (let i = 0; i < ROUNDS; i += 1) own.push(await openTicket(`tic_${writer}_${i}`))
          return own
        }),
      )
      const wanted = Array.from({ length: WRITERS * ROUNDS }, (_, i) => `WP-${1001 + i}`)
      expect(given.flat().sort()).toEqual(wanted.sort())
      const kept = await storage.transaction(async (tx) => ({
        counter: (await tx.counters.get('demo|tickets')).value,
        tickets: await tx.tickets.count('requester', 'cus_1'),
        events: (await tx.events.listAfter(0, 10_000)).map(({ number }) => number),
      }))
      expect(kept.counter).toBe(1000 + WRITERS * ROUNDS)
      expect(kept.tickets).toBe(WRITERS * ROUNDS)
      expect(kept.events).toEqual(wanted.map((_, i) => i + 1))
    })

    it('number events in the order in which their changes came to be', async () => {
      const storage = await world.open()
      const ids = Array.from({ length: WRITERS }, (_, i) => `tic_${i}`)
      await Promise.all(
        ids.map((id) =>
          storage.transaction(async (tx) => {
            const version = 1 + (await tx.tickets.count('requester', 'cus_1'))
            tx.tickets.save(sampleTicket(id, { version }))
            tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: id })
          }),
        ),
      )
      const [events, tickets] = await storage.transaction(async (tx) => [
        await tx.events.listAfter(0, 1000),
        await tx.tickets.list('requester', 'cus_1', { limit: 1000 }),
      ])
      const byVersion = tickets.items.toSorted((a, b) => a.version - b.version)
      const inLog = events.map(({ event }) => 'ticketId' in event && event.ticketId)
      expect(inLog).toEqual(byVersion.map(({ id }) => id))
    })

    it('may retry: the first with a key makes the ticket, the others find it', async () => {
      const storage = await world.open()
      const origin = { key: 'hash of a request', body: 'hash of its body' }
      const made = await Promise.all(
        Array.from({ length: WRITERS }, (_, i) =>
          storage.transaction(async (tx) => {
            const earlier = await tx.tickets.findBy('origin', origin.key)
            if (earlier) return earlier.id
            tx.tickets.save(sampleTicket(`tic_${i}`, { origin }))
            return `tic_${i}`
          }),
        ),
      )
      expect(new Set(made).size).toBe(1)
      expect(await storage.transaction((tx) => tx.tickets.count('origin', origin.key))).toBe(1)
    })
  })
}
