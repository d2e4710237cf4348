import { addressOf } from '../../foundation/address-of.js'
import { addressKey } from '../answered-at.js'
import type { Transaction } from '../storage.js'
import type { NewMail } from './new-mail.js'
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

export interface NotedMessage {
  readonly id: string
  readonly createdAt: string
}

/** Milliseconds. Who has the conversation open reads it meanwhile, and two replies in a row are one mail. */
const PAUSE = 20_000

/** The mail that tells of a reply of the team; `undefined` where nobody is to be told. */
export async function noticeOf(
  tx: Transaction,
  ticket: NotedTicket,
  message: NotedMessage,
): Promise<NewMail | undefined> {
  const to = readerOf(ticket)
  if (!to || ticket.quarantine) return undefined
  const known = await tx.customers.findBy('address', addressKey(to.site, to.to))
  return {
    ...to,
    id: mailId(message.id),
    isProven: known !== undefined || (await isOfItsReader(tx, ticket)),
    matter: { kind: 'ticket-replied', ticketId: ticket.id },
    at: new Date(message.createdAt),
    delay: PAUSE,
    canWait: true,
  }
}

export function readerOf({ site, requester, context }: NotedTicket) {
  if (requester.email === null) return undefined
  return { site, to: addressOf(requester.email), locale: context.locale ?? null }
}

/** `tic_…` and `msg_…` as `mai_…`: one mail for each, however often the work runs. */
export const mailId = (id: string): string => `mai_${id.slice(id.indexOf('_') + 1)}`
