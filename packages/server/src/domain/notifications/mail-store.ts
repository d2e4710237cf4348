import { declareTable } from '../../foundation/records.js'
import type { Mail } from './mail.js'

export const mailTable = declareTable<Mail>()({
  name: 'mails',
  indexes: {
    /** Of all sites: what is written to one address. */
    to: { keys: ({ to }) => [to], order: ({ dueAt }) => dueAt },
    waiting: { keys: ({ isSent }) => (isSent ? [] : ['']), order: ({ dueAt }) => dueAt },
    ticket: { keys: ({ matter }) => ('ticketId' in matter ? [matter.ticketId] : []) },
    /** The notice of replies that has not gone yet: what is said meanwhile needs no other. */
    notice: {
      keys: ({ isSent, matter }) =>
        !isSent && matter.kind === 'ticket-replied' ? [matter.ticketId] : [],
    },
  },
})
