import type { Storage } from '../../domain/storage.js'
import { sampleMessage, sampleMoment, sampleTicket } from './sample-records.js'

const COUNTER = 'demo|tickets'

/** What a server does when somebody asks: ticket, first message, counter and event at once. */
export async function openSampleTicket(storage: Storage, id: string): Promise<string> {
  return storage.transaction(async (tx) => {
    const value = ((await tx.counters.find(COUNTER))?.value ?? 1000) + 1
    const reference = `WP-${value}`
    tx.counters.save({ id: COUNTER, createdAt: sampleMoment(0), value })
    tx.tickets.save(sampleTicket(id, { reference }))
    tx.messages.save(sampleMessage(`message of ${id}`, { ticketId: id }))
    tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: id })
    return reference
  })
}

/** What of such tickets is there, and whether it agrees with itself. */
export async function sampleTicketsIn(storage: Storage) {
  return storage.transaction(async (tx) => {
    const { items } = await tx.tickets.list('requester', 'cus_1', { limit: 1_000_000 })
    const events = await tx.events.listAfter(0, 1_000_000)
    const messages = await Promise.all(items.map(({ id }) => tx.messages.count('ticket', id)))
    return {
      ids: items.map(({ id }) => id),
      references: items.map(({ reference }) => reference),
      /** The reference that was given out last. */
      last: `WP-${(await tx.counters.find(COUNTER))?.value ?? 1000}`,
      withoutMessage: items.filter((_, i) => messages[i] !== 1).map(({ id }) => id),
      eventNumbers: events.map(({ number }) => number),
    }
  })
}
