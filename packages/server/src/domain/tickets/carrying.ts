import type { Carried } from '../carried.js'
import type { Transaction } from '../storage.js'
import type { Ticket } from './ticket.js'

/** What tickets ask of the education room about what a reply carries. */
export interface Carrying {
  /** Each once; throws `invalid_input` for what the requester cannot see. */
  check(tx: Transaction, ticket: Ticket, contents: readonly Carried[]): Promise<readonly Carried[]>
}
