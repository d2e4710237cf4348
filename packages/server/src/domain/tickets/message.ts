import type { authorKinds, RichText } from '@waypost/sdk/contract'
import type { StoredRecord } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import type { AttachedFile } from '../attached-file.js'
import type { Carried } from '../carried.js'
import { isRequester } from '../policy.js'
import type { RequestOrigin } from '../request-origin.js'
import type { Ticket } from './ticket.js'

/** What everyone in the conversation sees. */
export interface Message extends StoredRecord {
  readonly ticketId: string
  /** Place in the conversation, from 1: two messages may come in the same millisecond. */
  readonly number: number
  readonly author: {
    readonly kind: (typeof authorKinds)[number]
    /** The customer or agent; `null` for the system. */
    readonly id: string | null
    readonly name: string | null
    /** Written by somebody of the requester's company, and not by the requester. */
    readonly isColleague?: true | undefined
  }
  readonly body: RichText
  /** Absent where there are none. */
  readonly attachments?: readonly AttachedFile[] | undefined
  /** Of the team alone, and absent where there is none. */
  readonly contents?: readonly Carried[] | undefined
  /**
   * The language of the ticket, by which words of the body are found in all their forms. Absent where
   * the ticket says none, and in what was written before this was noted.
   */
  readonly locale?: string | undefined
  readonly origin: RequestOrigin | null
}

/** Whether the actor, who may read the ticket, has written this. */
export function isAuthor(actor: Actor, ticket: Ticket, { author }: Message): boolean {
  if (author.kind !== 'requester') return false
  // Who wrote before they had a name had another id then.
  if (!author.isColleague) return isRequester(actor, ticket)
  return actor.kind === 'session' && actor.customerId === author.id
}

/** What the team alone sees: a type of its own, so that no list of messages can show it. */
export interface Note extends StoredRecord {
  readonly ticketId: string
  readonly author: { readonly id: string; readonly name: string | null }
  readonly body: RichText
  /** As of a message. */
  readonly locale?: string | undefined
  readonly origin: RequestOrigin | null
}
