import { allOf } from '../../foundation/all-of.js'
import type { Transaction } from '../storage.js'
import { corrected, type Requester } from './ticket.js'

/** Answers what the identity room asks of tickets; see the port there. */
export function createOpenedTickets() {
  return {
    async correct(tx: Transaction, customerId: string, right: Partial<Requester>) {
      const tickets = await allOf((after) =>
        tx.tickets.list('requester', customerId, { limit: 1_000, after }),
      )
      return () => {
        for (const ticket of tickets) tx.tickets.save(corrected(ticket, right))
      }
    },
  }
}
