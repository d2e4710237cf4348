import { declareTable } from '../../foundation/records.js'
import type { Attachment } from './attachment.js'

export const attachmentTable = declareTable<Attachment>()({
  name: 'attachments',
  indexes: {
    /** What waits for a message, by who may name it. */
    waiting: {
      keys: ({ messageId, endsAt, uploaderId }) =>
        messageId === null && endsAt !== null ? [uploaderId] : [],
    },
    ticket: { keys: ({ ticketId }) => (ticketId === null ? [] : [ticketId]) },
    /** What ends, the earliest first. */
    ending: {
      keys: ({ endsAt }) => (endsAt === null ? [] : ['']),
      order: ({ endsAt }) => endsAt ?? '',
    },
    origin: { keys: ({ origin, isWhole }) => (origin && isWhole ? [origin.key] : []) },
  },
})
