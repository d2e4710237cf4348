import { plainTextOf } from '../../foundation/plain-text.js'
import { declareTable, type TextDeclaration } from '../../foundation/records.js'
import type { Message, Note } from './message.js'

/** What is said in a ticket finds the ticket. */
const texts: TextDeclaration<Message | Note> = {
  of: 'tickets',
  read: ({ ticketId, locale, body }) => ({ id: ticketId, locale, text: plainTextOf(body) }),
}

export const messageTable = declareTable<Message>()({
  name: 'messages',
  indexes: {
    ticket: {
      keys: (message) => [message.ticketId],
      order: (message) => String(message.number).padStart(8, '0'),
    },
    /** What a customer wrote, in whosever ticket. */
    author: {
      keys: ({ author }) => (author.kind === 'requester' && author.id ? [author.id] : []),
    },
    origin: { keys: (message) => (message.origin ? [message.origin.key] : []) },
  },
  texts,
})

export const noteTable = declareTable<Note>()({
  name: 'notes',
  indexes: {
    ticket: { keys: (note) => [note.ticketId] },
    origin: { keys: (note) => (note.origin ? [note.origin.key] : []) },
  },
  texts,
})
