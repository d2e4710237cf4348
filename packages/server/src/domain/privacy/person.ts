import { addressOf } from '../../foundation/address-of.js'
import { allOf } from '../../foundation/all-of.js'
import { addressKey, answeredAt } from '../answered-at.js'
import type { Transaction } from '../storage.js'
import type { Customer, Ticket } from '../trace.js'

/**
 * The tickets of a customer: those that are theirs now, those that they opened before somebody with a
 * name claimed them, which only the same person can do, and those at an address that they have proved.
 */
export async function ticketsOf(tx: Transaction, customer: Customer): Promise<readonly Ticket[]> {
  const { id } = customer
  const own = await ownTickets(tx, id)
  const written = await allOf((after) => tx.messages.list('author', id, { limit: 1_000, after }))
  const opened = new Set(written.filter(({ number }) => number === 1).map((each) => each.ticketId))
  const claimed = await Promise.all([...opened].map((ticketId) => tx.tickets.find(ticketId)))
  const atAddress = await ticketsAtAddress(tx, customer)
  const all = [...own, ...claimed.filter((ticket) => ticket !== undefined), ...atAddress]
  return [...new Map(all.map((ticket) => [ticket.id, ticket])).values()]
}

/** Other customers that are the same person. */
interface OtherSelves {
  /**
   * Who they were before they had a name, where nothing is theirs but what is this person's; and who
   * has proved the same address in another browser.
   */
  readonly selves: readonly Customer[]
  /** Who has other tickets besides: those stay, without the name and the address. */
  readonly strays: readonly Customer[]
}

/** Who else, without a name, stands behind these tickets of a person. */
export async function otherSelves(
  tx: Transaction,
  person: Customer,
  tickets: readonly Ticket[],
): Promise<OtherSelves> {
  const selves = new Map((await proversOf(tx, person)).map((self) => [self.id, self]))
  const strays = new Map<string, Customer>()
  for (const ticket of tickets) {
    const opener = await openerOf(tx, ticket)
    for (const id of new Set([opener, ticket.requesterId])) {
      const other = id === undefined || id === person.id ? undefined : await tx.customers.find(id)
      if (other?.verification !== 'none') continue
      // Of a claimed ticket whoever claimed it has shown that they opened it.
      const isSelf = id !== ticket.requesterId || (await hasNothingElse(tx, other, person))
      ;(isSelf ? selves : strays).set(other.id, other)
    }
  }
  for (const id of selves.keys()) strays.delete(id)
  return { selves: [...selves.values()], strays: [...strays.values()] }
}

/**
 * Who goes with their last tickets, when these go: whoever asked without a name, and nothing else.
 * Whom a host has named, or who has proved an address, may come back under that name.
 */
export async function goneWith(
  tx: Transaction,
  tickets: readonly Ticket[],
): Promise<readonly string[]> {
  const going = new Set(tickets.map(({ id }) => id))
  const openers = await Promise.all(tickets.map((ticket) => openerOf(tx, ticket)))
  const ids = new Set([...openers, ...tickets.map(({ requesterId }) => requesterId)])
  const gone: string[] = []
  for (const id of ids) {
    const customer = id === undefined ? undefined : await tx.customers.find(id)
    if (customer?.verification !== 'none') continue
    const all = await ticketsOf(tx, customer)
    if (all.every((ticket) => going.has(ticket.id))) gone.push(customer.id)
  }
  return gone
}

function ownTickets(tx: Transaction, customerId: string): Promise<readonly Ticket[]> {
  return allOf((after) => tx.tickets.list('requester', customerId, { limit: 1_000, after }))
}

/** What is answered there, and what was put aside: that stands in no list of an address. */
async function ticketsAtAddress(tx: Transaction, { site, email, verification }: Customer) {
  if (email === null || verification !== 'email') return []
  const address = addressOf(email)
  const key = addressKey(site, address)
  const answered = await allOf((after) => tx.tickets.list('address', key, { limit: 1_000, after }))
  const others = await allOf((after) => tx.customers.list('email', key, { limit: 1_000, after }))
  const theirs = await Promise.all(
    others
      .filter((other) => other.verification === 'none')
      .map((other) => ownTickets(tx, other.id)),
  )
  const aside = theirs
    .flat()
    .filter((ticket) => ticket.quarantine && answeredAt(ticket) === address)
  return [...answered, ...aside]
}

/** Others who have proved the address of a person who has. */
async function proversOf(
  tx: Transaction,
  { id, site, email, verification }: Customer,
): Promise<readonly Customer[]> {
  if (email === null || verification !== 'email') return []
  const key = addressKey(site, addressOf(email))
  const all = await allOf((after) => tx.customers.list('address', key, { limit: 1_000, after }))
  return all.filter((other) => other.id !== id)
}

async function openerOf(tx: Transaction, { id }: Ticket): Promise<string | undefined> {
  const { items } = await tx.messages.list('ticket', id, { limit: 1 })
  const [first] = items
  if (first?.number !== 1 || first.author.kind !== 'requester') return undefined
  return first.author.id ?? undefined
}

/** Whether all that another customer has asked is to be answered at the person's address. */
async function hasNothingElse(
  tx: Transaction,
  other: Customer,
  { email, verification }: Customer,
): Promise<boolean> {
  if (email === null || verification !== 'email') return false
  const address = addressOf(email)
  return (await ownTickets(tx, other.id)).every((ticket) => answeredAt(ticket) === address)
}
