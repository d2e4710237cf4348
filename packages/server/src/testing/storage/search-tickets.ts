import type { RichText } from '@waypost/sdk/contract'
import type { Storage, Transaction } from '../../domain/storage.js'
import type { Note } from '../../domain/tickets/message.js'
import type { Ticket } from '../../domain/tickets/ticket.js'
import { queueKey } from '../../domain/tickets/ticket-store.js'
import { sampleMessage, sampleMoment, sampleTicket } from './sample-records.js'

export const nobody = { name: null, email: null, verification: 'none' } as const

/** A ticket about nothing, but for what the test says; born so many seconds after the first moment. */
export function save(tx: Transaction, id: string, change: Partial<Ticket> = {}, seconds = 0): void {
  const plain = { subject: 'Hello', requester: nobody, context: {} }
  tx.tickets.save(sampleTicket(id, { ...plain, createdAt: sampleMoment(seconds), ...change }))
}

export function said(id: string, ticketId: string, text: string) {
  return sampleMessage(id, { ticketId, body: paragraph(text) })
}

export function noted(id: string, ticketId: string, text: string): Note {
  const { author: _, number: __, ...message } = said(id, ticketId, text)
  return { ...message, author: { id: 'agt_1', name: 'Kim' } }
}

function paragraph(text: string): RichText {
  return [{ type: 'paragraph', children: [{ type: 'text', text }] }]
}

export function search(
  storage: Storage,
  words: string,
  page: { limit: number; after?: string | undefined } = { limit: 300 },
  key = queueKey('demo'),
) {
  return storage.transaction((tx) => tx.tickets.search('queue', key, words, page))
}

export async function found(storage: Storage, words: string, key?: string): Promise<string[]> {
  const { items } = await search(storage, words, { limit: 300 }, key)
  return items.map(({ id }) => id)
}
