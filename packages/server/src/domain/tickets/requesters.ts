import type { Actor } from '../actor.js'
import type { Transaction } from '../storage.js'
import type { Message } from './message.js'
import type { Requester, Ticket } from './ticket.js'

export interface Contact {
  readonly name: string | null
  readonly email: string | null
}

/** What tickets ask of the identity room about those who open them, in the same transaction. */
export interface Requesters {
  /**
   * Reads first and returns what to write, because all reads of a transaction precede its writes.
   * `fresh.customerId` is used when the actor is nobody we know yet.
   */
  find(
    tx: Transaction,
    actor: Actor,
    contact: Contact,
    fresh: { customerId: string; at: Date },
  ): Promise<{
    id: string
    requester: Requester
    group: string | undefined
    /** The language that the host knows of them, where the ticket says none. */
    locale: string | undefined
    save: () => void
  }>

  /** Who of a ticket's side is writing: its requester, or a colleague of theirs. */
  authorOf(
    tx: Transaction,
    actor: Actor,
    ticket: Ticket,
  ): Promise<Pick<Message['author'], 'id' | 'name' | 'isColleague'>>

  /** Whether a host has said who this is. */
  isNamed(tx: Transaction, customerId: string): Promise<boolean>
}
