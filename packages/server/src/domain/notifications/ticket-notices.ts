import { addressOf } from '../../foundation/address-of.js'
import type { Transaction } from '../storage.js'
import type { Outbox } from './outbox.js'

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
      const to = await readerOf(tx, ticket)
      if (!to || ticket.quarantine) return NOTHING
      const matter = { kind: 'ticket-opened', ticketId: ticket.id } as const
      const at = new Date(ticket.updatedAt)
      return (await outbox.write(tx, { ...to, id: mailId(ticket.id), matter, at })) ?? NOTHING
    },

    async replied(
      tx: Transaction,
      ticket: NotedTicket,
      message: NotedMessage,
    ): Promise<() => void> {
      const to = await readerOf(tx, ticket)
      if (!to || ticket.quarantine) return NOTHING
      if (await tx.mails.findBy('notice', ticket.id)) return NOTHING
      const matter = { kind: 'ticket-replied', ticketId: ticket.id } as const
      const at = new Date(message.createdAt)
      const mail = { ...to, id: mailId(message.id), matter, at, delay: PAUSE, canWait: true }
      return (await outbox.write(tx, mail)) ?? NOTHING
    },
  }
}

async function readerOf(tx: Transaction, ticket: NotedTicket) {
  const { site, requesterId, requester, context } = ticket
  if (requester.email === null) return undefined
  const to = addressOf(requester.email)
  const customer = await tx.customers.find(requesterId)
  const hasProved = customer?.verification === 'email' || customer?.emailVerified === true
  const isProven = hasProved && customer?.email != null && addressOf(customer.email) === to
  return { site, to, isProven, locale: context.locale ?? null }
}

/** `tic_…` and `msg_…` as `mai_…`: one mail for each, however often the work runs. */
const mailId = (id: string): string => `mai_${id.slice(id.indexOf('_') + 1)}`
