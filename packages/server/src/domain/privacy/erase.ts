import type { Transaction } from '../storage.js'
import type { Ticket } from '../trace.js'
import type { Erasure } from './erasure-store.js'
import { formerSelves, ticketsOf } from './person.js'
import { type LeftByTable, leftOfCustomer, leftOfTicket, type Traces } from './read-left.js'

/** How many records of each table were deleted. */
export type ErasedCounts = Readonly<Record<string, number>>

/** What one transaction deletes, read and ready. */
export interface Deletion {
  readonly counts: ErasedCounts
  /** Deletes it and tells it to the event log. */
  write(): void
}

/** So many tickets go in one transaction, so that nobody has to wait long for their own. */
export const AT_ONCE = 50

export async function deletionOfTickets(
  tx: Transaction,
  traces: Traces,
  tickets: readonly Ticket[],
): Promise<Deletion> {
  const lefts: LeftByTable[] = []
  for (const ticket of tickets) lefts.push(await leftOfTicket(tx, traces, ticket))
  return {
    counts: countsOf(lefts),
    write() {
      eraseAll(lefts)
      for (const { id, site } of tickets) {
        tx.events.add({ kind: 'ticket.erased', site, ticketId: id })
      }
    },
  }
}

export async function deletionOfCustomers(
  tx: Transaction,
  traces: Traces,
  customerIds: readonly string[],
): Promise<Deletion> {
  const found = await Promise.all(customerIds.map((id) => tx.customers.find(id)))
  const customers = found.filter((customer) => customer !== undefined)
  const lefts: LeftByTable[] = []
  for (const customer of customers) lefts.push(await leftOfCustomer(tx, traces, customer))
  return {
    counts: countsOf(lefts),
    write() {
      eraseAll(lefts)
      for (const { id, site } of customers) {
        tx.events.add({ kind: 'customer.erased', site, customerId: id })
      }
    },
  }
}

/** One step of an erasure: some tickets, or, when none is left, the person. */
export async function nextDeletion(
  tx: Transaction,
  traces: Traces,
  { customerIds }: Erasure,
): Promise<{ deletion: Deletion; customerIds: readonly string[]; isLast: boolean }> {
  const all: Ticket[] = []
  for (const id of customerIds) all.push(...(await ticketsOf(tx, id)))
  const tickets = [...new Map(all.map((ticket) => [ticket.id, ticket])).values()].slice(0, AT_ONCE)
  const selves = (await formerSelves(tx, tickets)).map(({ id }) => id)
  const owners = [...new Set([...customerIds, ...selves])]
  if (tickets.length === 0) {
    const deletion = await deletionOfCustomers(tx, traces, customerIds)
    return { deletion, customerIds, isLast: true }
  }
  return {
    deletion: await deletionOfTickets(tx, traces, tickets),
    customerIds: owners,
    isLast: false,
  }
}

export function addCounts(one: ErasedCounts, other: ErasedCounts): ErasedCounts {
  const sum: Record<string, number> = { ...one }
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

function eraseAll(lefts: readonly LeftByTable[]): void {
  for (const left of lefts) for (const { erase } of left.values()) erase()
}

function countsOf(lefts: readonly LeftByTable[]): ErasedCounts {
  return lefts
    .flatMap((left) => [...left])
    .map(([table, { told }]) => ({ [table]: told.length }))
    .reduce<ErasedCounts>(addCounts, {})
}
