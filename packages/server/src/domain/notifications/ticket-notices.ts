import { addressOf } from '../../foundation/address-of.js'
import { allOf } from '../../foundation/all-of.js'
import { addressKey } from '../answered-at.js'
import type { Transaction } from '../storage.js'
import type { Outbox } from './outbox.js'
import { isOfItsReader } from './requester-proof.js'

export interface NotedTicket {
  readonly id: string
  readonly site: string
  readonly updatedAt: string
  readonly requesterId: string
  readonly requester: { readonly email: string | null }
  readonly context: { readonly locale?: string | undefined }
  /** Put aside: nobody is told of it. */
  readonly quarantine?: unknown
}

export interface MovedTicket extends NotedTicket {
  readonly accessVersion: number
}

export interface NotedMessage {
  readonly id: string
  readonly createdAt: string
}

/** Milliseconds. Who has the conversation open reads it meanwhile, and two replies in a row are one mail. */
const PAUSE = 20_000

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
      const to = readerOf(ticket)
      if (!to || ticket.quarantine) return NOTHING
      if (await tx.mails.findBy('notice', ticket.id)) return NOTHING
      const matter = { kind: 'ticket-replied', ticketId: ticket.id } as const
      const at = new Date(message.createdAt)
      const known = await tx.customers.findBy('address', addressKey(to.site, to.to))
      const isProven = known !== undefined || (await isOfItsReader(tx, ticket))
      const how = { isProven, delay: PAUSE, canWait: true }
      const mail = { ...to, ...how, id: mailId(message.id), matter, at }
      return (await outbox.write(tx, mail)) ?? NOTHING
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

function readerOf({ site, requester, context }: NotedTicket) {
  if (requester.email === null) return undefined
  return { site, to: addressOf(requester.email), locale: context.locale ?? null }
}

/** `tic_…` and `msg_…` as `mai_…`: one mail for each, however often the work runs. */
const mailId = (id: string): string => `mai_${id.slice(id.indexOf('_') + 1)}`
