import { allOf } from '../../foundation/all-of.js'
import type { Transaction } from '../storage.js'
import type { Notices } from './notices.js'
import { corrected, type Requester } from './ticket.js'

/** Answers what the identity room asks of tickets; see the port there. */
export function createOpenedTickets({ notices }: { notices: Pick<Notices, 'moved'> }) {
  return {
    async correct(tx: Transaction, customerId: string, right: Partial<Requester>) {
      const tickets = await allOf((after) =>
        tx.tickets.list('requester', customerId, { limit: 1_000, after }),
      )
      const after = tickets.map((ticket) => corrected(ticket, right))
      const moved = right.email == null ? [] : after
      const moves = await Promise.all(moved.map((ticket) => notices.moved(tx, ticket)))
      return () => {
        for (const ticket of after) tx.tickets.save(ticket)
        for (const move of moves) move()
      }
    },
  }
}
