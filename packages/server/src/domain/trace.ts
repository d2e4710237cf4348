import type { Customer } from './identity/customer.js'
import type { Transaction } from './storage.js'
import type { Ticket } from './tickets/ticket.js'

// For rooms that may not know each other.
export type { Customer, Ticket }

/** What one table holds of a ticket or a person: to be told, and to be erased. */
export interface Left {
  /** As an export tells it, without what would open something, as the hash of a token. */
  readonly told: readonly Readonly<Record<string, unknown>>[]
  /** Ids of attachments, under which a store keeps their bytes. */
  readonly files?: readonly string[]
  /** Deletes it: among the writes of the transaction in which it was read. */
  erase(): void
}

/** How a table gives out, and gives up, what it holds of a person. */
export interface Trace {
  /** What stands with one ticket. */
  ofTicket?(tx: Transaction, ticket: Ticket): Promise<Left>
  /** What stands with a person beside their tickets. */
  ofCustomer?(tx: Transaction, customer: Customer): Promise<Left>
}
