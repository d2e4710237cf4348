import type { Storage } from '../../packages/server/src/domain/storage.js'
import type { Message } from '../../packages/server/src/domain/tickets/message.js'
import type { Ticket } from '../../packages/server/src/domain/tickets/ticket.js'

const COUNTER = 'demo|tickets'
const TEXT = 'The payout of last week has not arrived, and the page says it was sent on Monday. '

/** One request for help, of the size that people write: the same for everything that is measured. */
export function sampleRequest(number: number): { ticket: Ticket; message: Message } {
  const createdAt = new Date(Date.parse('2026-01-01T00:00:00Z') + number * 1000).toISOString()
  const digits = String(number).padStart(26, '0')
  const requesterId = `cus_${String(number % 20_000).padStart(26, '0')}`
  const ticket: Ticket = {
    id: `tic_${digits}`,
    createdAt,
    site: 'demo',
    reference: `WP-${number}`,
    subject: `Payout ${number} has not arrived`,
    kind: 'question',
    status: 'new',
    priority: 'normal',
    channel: 'widget',
    requesterId,
    requester: { name: null, email: `person${number}@example.com`, verification: 'none' },
    assigneeId: null,
    fields: {},
    context: { locale: 'en' },
    updatedAt: createdAt,
    solvedAt: null,
    messageCount: 1,
    version: 1,
    accessVersion: 1,
    origin: null,
  }
  const message: Message = {
    id: `msg_${digits}`,
    createdAt,
    ticketId: ticket.id,
    number: 1,
    author: { kind: 'requester', id: requesterId, name: null },
    body: [{ type: 'paragraph', children: [{ type: 'text', text: TEXT }] }],
    origin: null,
  }
  return { ticket, message }
}

/** What the server does with it: ticket, message, counter and event in one transaction. */
export async function keepRequest(storage: Storage, number: number): Promise<void> {
  const { ticket, message } = sampleRequest(number)
  await storage.transaction(async (tx) => {
    const counter = await tx.counters.find(COUNTER)
    const value = (counter?.value ?? 1000) + 1
    tx.counters.save({ id: COUNTER, createdAt: ticket.createdAt, value })
    tx.tickets.save({ ...ticket, reference: `WP-${value}` })
    tx.messages.save(message)
    tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: ticket.id })
  })
}
