import { addressOf } from '../../foundation/address-of.js'
import { givenAddresses } from '../given-addresses.js'
import type { Transaction } from '../storage.js'
import type { Customer, Ticket } from '../trace.js'
import type { Erasure } from './erasure-store.js'
import { otherSelves, ticketsOf } from './person.js'
import { type LeftByTable, leftOfCustomer, leftOfTicket, type Traces } from './read-left.js'

/** How many records of each table were deleted. */
export type ErasedCounts = Readonly<Record<string, number>>

/** What one transaction deletes, read and ready. */
interface Deletion {
  readonly counts: ErasedCounts
  /** Deletes it and tells it to the event log. */
  write(): void
}

/** So many tickets go in one transaction, so that nobody has to wait long for their own. */
export const AT_ONCE = 50

/** The deletion of these tickets, and of these customers with all that is theirs beside tickets. */
export async function deletionOf(
  tx: Transaction,
  traces: Traces,
  { tickets, customerIds }: { tickets: readonly Ticket[]; customerIds: readonly string[] },
): Promise<Deletion> {
  const found = await Promise.all(customerIds.map((id) => tx.customers.find(id)))
  const customers = found.filter((customer) => customer !== undefined)
  const lefts: LeftByTable[] = []
  for (const ticket of tickets) lefts.push(await leftOfTicket(tx, traces, ticket))
  for (const customer of customers) lefts.push(await leftOfCustomer(tx, traces, customer))
  return {
    counts: countsOf(lefts),
    write() {
      for (const left of lefts) for (const { erase } of left.values()) erase()
      for (const { id, site } of tickets) {
        tx.events.add({ kind: 'ticket.erased', site, ticketId: id })
      }
      for (const { id, site } of customers) {
        tx.events.add({ kind: 'customer.erased', site, customerId: id })
      }
    },
  }
}

/** One step of an erasure: some tickets, or, when none is left, the person; and whom it leaves. */
export async function nextDeletion(
  tx: Transaction,
  traces: Traces,
  { customerIds }: Erasure,
): Promise<{ deletion: Deletion; customerIds: readonly string[] }> {
  const found = await Promise.all(customerIds.map((id) => tx.customers.find(id)))
  const people = new Set(customerIds)
  for (const customer of found.filter((one) => one !== undefined)) {
    const all = await ticketsOf(tx, customer)
    const tickets = all.slice(0, AT_ONCE)
    const { selves, strays } = await otherSelves(tx, customer, tickets)
    for (const { id } of selves) people.add(id)
    if (tickets.length === 0) continue
    const later = new Set(all.slice(AT_ONCE).map(({ requesterId }) => requesterId))
    const deletion = await deletionOf(tx, traces, { tickets, customerIds: [] })
    const write = () => {
      deletion.write()
      for (const stray of strays) {
        // By their address the rest of what they have put aside for this person is found.
        if (!later.has(stray.id)) tx.customers.save(withoutPerson(stray, customer))
      }
    }
    return { deletion: { ...deletion, write }, customerIds: [...people] }
  }
  const nobodyElse = people.size === customerIds.length
  const deletion = await deletionOf(tx, traces, {
    ...{ tickets: [], customerIds: nobodyElse ? customerIds : [] },
  })
  // Others who came to light may have tickets: first those.
  return { deletion, customerIds: nobodyElse ? [] : [...people] }
}

/** Somebody who stays, without the name and the address that they gave for the person. */
function withoutPerson(stray: Customer, person: Customer): Customer {
  const gone = givenAddresses(person)
  const otherEmails = stray.otherEmails?.filter((each) => !gone.includes(each))
  const isTheirs = stray.email !== null && gone.includes(addressOf(stray.email))
  return { ...stray, name: null, email: isTheirs ? null : stray.email, otherEmails }
}

export function addCounts(one: ErasedCounts, other: ErasedCounts): ErasedCounts {
  const sum: Record<string, number> = { ...one }
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** Each record counts once, also where it stands with a ticket and with a person. */
function countsOf(lefts: readonly LeftByTable[]): ErasedCounts {
  const ids: Record<string, Set<unknown>> = {}
  for (const [table, { told }] of lefts.flatMap((left) => [...left])) {
    const ofTable = (ids[table] ??= new Set())
    for (const record of told) ofTable.add(record.id ?? record)
  }
  const counts = Object.entries(ids).map(([table, all]): [string, number] => [table, all.size])
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
