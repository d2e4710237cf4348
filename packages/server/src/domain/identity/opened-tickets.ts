import type { Verification } from '@waypost/sdk/contract'
import type { Transaction } from '../storage.js'

/** What may be put right in what a ticket says of its requester. */
export interface Corrected {
  readonly name?: string | undefined
  /** An address that they have proved. */
  readonly email?: string | undefined
  readonly verification?: Verification
}

/** What the identity room asks of tickets, in the same transaction. */
export interface OpenedTickets {
  /** Reads what the customer has opened, and returns what puts it right. */
  correct(tx: Transaction, customerId: string, corrected: Corrected): Promise<() => void>
}
