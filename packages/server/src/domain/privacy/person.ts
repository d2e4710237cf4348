import { allOf } from '../../foundation/all-of.js'
import type { Transaction } from '../storage.js'
import type { Customer, Ticket } from '../trace.js'

/**
 * The tickets of a customer: those that are theirs now, and those that they opened before somebody
 * with a name claimed them, which only the same person can do.
 */
export async function ticketsOf(tx: Transaction, customerId: string): Promise<readonly Ticket[]> {
  const own = await allOf((after) =>
    tx.tickets.list('requester', customerId, { limit: 1_000, after }),
  )
  const written = await allOf((after) =>
    tx.messages.list('author', customerId, { limit: 1_000, after }),
  )
  const opened = new Set(written.filter(({ number }) => number === 1).map((each) => each.ticketId))
  for (const { id } of own) opened.delete(id)
  const claimed = await Promise.all([...opened].map((id) => tx.tickets.find(id)))
  return [...own, ...claimed.filter((ticket) => ticket !== undefined)]
}

/** Who opened these tickets without a name before another customer claimed them. */
export async function formerSelves(
  tx: Transaction,
  tickets: readonly Ticket[],
): Promise<readonly Customer[]> {
  const selves = new Map<string, Customer>()
  for (const { id, requesterId } of tickets) {
    const { items } = await tx.messages.list('ticket', id, { limit: 1 })
    const [first] = items
    const opener = first?.author.kind === 'requester' ? first.author.id : null
    if (first?.number !== 1 || opener === null || opener === requesterId) continue
    const self = await tx.customers.find(opener)
    if (self) selves.set(opener, self)
  }
  return [...selves.values()]
}
