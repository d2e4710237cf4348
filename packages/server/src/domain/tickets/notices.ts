import type { Transaction } from '../storage.js'
import type { Message } from './message.js'
import type { Ticket } from './ticket.js'

/**
 * Whom the tickets room tells of what has happened, in the same transaction. All read first and
 * return what writes, because all reads of a transaction precede its writes.
 */
export interface Notices {
  /** A ticket that is about to be kept. */
  opened(tx: Transaction, ticket: Ticket): Promise<() => void>
  /** A reply of the team that is about to be kept. */
  replied(tx: Transaction, ticket: Ticket, message: Message): Promise<() => void>
  /** A ticket whose requester has proved the address that it names from now on. */
  moved(tx: Transaction, ticket: Ticket): Promise<() => void>
}
