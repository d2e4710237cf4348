import { declareTable } from '../../foundation/records.js'
import type { Message, Note } from './message.js'

export const messageTable = declareTable<Message>()({
  name: 'messages',
  indexes: {
    ticket: {
      keys: (message) => [message.ticketId],
      order: (message) => String(message.number).padStart(8, '0'),
    },
    origin: { keys: (message) => (message.origin ? [message.origin.key] : []) },
  },
})

export const noteTable = declareTable<Note>()({
  name: 'notes',
  indexes: {
    ticket: { keys: (note) => [note.ticketId] },
    origin: { keys: (note) => (note.origin ? [note.origin.key] : []) },
  },
})
