import { allOf } from '../../foundation/all-of.js'
import { plainTextOf } from '../../foundation/plain-text.js'
import type { Transaction } from '../storage.js'
import type { Trace } from '../trace.js'
import type { Message, Note } from './message.js'

// All but what is named is told: what is added to a record later belongs into an export as well.

export const ticketTrace: Trace = {
  async ofTicket(tx, ticket) {
    const { origin, accessVersion, version, ...told } = ticket
    return { told: [told], erase: () => tx.tickets.delete(ticket.id) }
  },
}

export const messageTrace: Trace = {
  async ofTicket(tx, { id }) {
    const messages = await allOf((after) => tx.messages.list('ticket', id, { limit: 1_000, after }))
    return leftOf(tx.messages, messages)
  },

  /** What they wrote in tickets of others. */
  async ofCustomer(tx, { id }) {
    const messages = await allOf((after) => tx.messages.list('author', id, { limit: 1_000, after }))
    return leftOf(tx.messages, messages)
  },
}

export const noteTrace: Trace = {
  async ofTicket(tx, { id }) {
    const notes = await allOf((after) => tx.notes.list('ticket', id, { limit: 1_000, after }))
    return leftOf(tx.notes, notes)
  },
}

function leftOf(
  store: Pick<Transaction['messages'] | Transaction['notes'], 'delete'>,
  records: readonly (Message | Note)[],
) {
  return {
    told: records.map(({ origin, ...told }) => ({ ...told, text: plainTextOf(told.body) })),
    erase: () => {
      for (const { id } of records) store.delete(id)
    },
  }
}
