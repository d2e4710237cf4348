import { allOf } from '../../foundation/all-of.js'
import type { Transaction } from '../storage.js'
import { mailId, type NotedMessage, type NotedTicket, noticeOf, readerOf } from './notice.js'
import type { Outbox } from './outbox.js'
import { isOfItsReader } from './requester-proof.js'

export interface MovedTicket extends NotedTicket {
  readonly accessVersion: number
}

const NOTHING = () => {}

/** Knows who is written to about tickets; see the port in the tickets room. */
export function createTicketNotices({ outbox }: { outbox: Outbox }) {
  return {
    async opened(tx: Transaction, ticket: NotedTicket): Promise<() => void> {
      const to = readerOf(ticket)
      if (!to || ticket.quarantine) return NOTHING
      const matter = { kind: 'ticket-opened', ticketId: ticket.id } as const
      const at = new Date(ticket.updatedAt)
      // Not whether anybody has proved it: whoever likes opens tickets for an address of another.
      const isProven = await isOfItsReader(tx, ticket)
      const mail = { ...to, isProven, id: mailId(ticket.id), matter, at }
      return (await outbox.write(tx, mail)) ?? NOTHING
    },

    async replied(
      tx: Transaction,
      ticket: NotedTicket,
      message: NotedMessage,
    ): Promise<() => void> {
      if (await tx.mails.findBy('notice', ticket.id)) return NOTHING
      const mail = await noticeOf(tx, ticket, message)
      return (mail && (await outbox.write(tx, mail))) ?? NOTHING
    },

    /**
     * What has not gone yet goes to the address that has been proved since: as another mail, because
     * the one before may be on its way, and whoever takes it knows a mail by its id.
     */
    async moved(tx: Transaction, ticket: MovedTicket): Promise<() => void> {
      const to = readerOf(ticket)?.to
      if (to === undefined) return NOTHING
      const mails = await allOf((after) =>
        tx.mails.list('ticket', ticket.id, { limit: 1_000, after }),
      )
      const waiting = mails.filter((mail) => !mail.isSent && mail.to !== to)
      return () => {
        for (const mail of waiting) {
          tx.mails.delete(mail.id)
          const id = `${mail.id}_${ticket.accessVersion}`
          tx.mails.save({ ...mail, id, to, isProven: true })
        }
      }
    },
  }
}
