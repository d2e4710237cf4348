import { WaypostError } from '@waypost/sdk/contract'
import { addressOf } from '../../foundation/address-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import { addressKey } from '../answered-at.js'
import type { AuditLog, Doer } from '../audit-log.js'
import { asAgent } from '../policy.js'
import type { Storage, Transaction } from '../storage.js'
import type { Customer, Left, Ticket } from '../trace.js'
import type { ErasedCounts } from './erase.js'
import type { Erasures } from './erasures.js'
import { otherSelves, ticketsOf } from './person.js'
import { type LeftByTable, leftOfCustomer, leftOfTicket, type Traces } from './read-left.js'

export interface PeopleDeps {
  storage: Storage
  clock: Clock
  audit: AuditLog
  traces: Traces
  erasures: Erasures
}

/** Who asks for it: an agent on their site, or whoever sits at the server, on all. */
export type PrivacyActor = Actor | 'operator'

export interface KnownPerson {
  readonly customer: Customer
  readonly ticketCount: number
}

/** A customer as the operator is asked about them. */
export interface FoundPerson {
  readonly id: string
  readonly site: string
  readonly name: string | null
  readonly email: string | null
  readonly subject: string | null
  readonly tickets: number
}

/** Records by the name of their table. */
export type ToldByTable = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Everything that is kept of a person. */
export interface PersonExport {
  readonly exportedAt: string
  readonly site: string
  readonly customerId: string
  /** The person, beside their tickets. */
  readonly about: ToldByTable
  /** For each ticket what stands with it. */
  readonly tickets: readonly ToldByTable[]
  /** Names of their files in the store of files. */
  readonly files: readonly string[]
}

/** What the team knows of customers, tells them, and forgets. */
export function createPeople({ storage, clock, audit, traces, erasures }: PeopleDeps) {
  return {
    /** Customers of the site, the newest first; with an address those who gave it. */
    async list(
      actor: Actor,
      { email }: { email?: string | undefined },
      page: PageRequest,
    ): Promise<Page<KnownPerson>> {
      const { site } = asAgent(actor, 'list-customers')
      return storage.transaction(async (tx) => {
        const newest = { ...page, direction: 'descending' as const }
        const { items, next } = await (email === undefined
          ? tx.customers.list('site', site, newest)
          : tx.customers.list('email', addressKey(site, addressOf(email)), newest))
        const counted = items.map(async (customer) => ({
          customer,
          ticketCount: await tx.tickets.count('requester', customer.id),
        }))
        return { items: await Promise.all(counted), next }
      })
    },

    /** Everything that is kept of a person, as it is at one moment. */
    export(actor: PrivacyActor, customerId: string): Promise<PersonExport> {
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const { customer, doer } = await allowed(tx, actor, customerId, 'export-customers')
        const noteDeed = await audit.open(tx, doer, at)
        const own = await ticketsOf(tx, customer)
        const { selves } = await otherSelves(tx, customer, own)
        const about: LeftByTable[] = []
        for (const self of [customer, ...selves]) {
          about.push(await leftOfCustomer(tx, traces, self))
        }
        const all = [...(await withTicketsOf(tx, selves, own))]
        const tickets: LeftByTable[] = []
        for (const ticket of all) tickets.push(await leftOfTicket(tx, traces, ticket))
        const ids = new Set<unknown>(all.map(({ id }) => id))
        noteDeed('customer.exported', customerId)
        return {
          ...{ exportedAt: at.toISOString(), site: customer.site, customerId },
          // What stands with a ticket of theirs is told there, and once.
          about: toldOf(about, ({ ticketId }) => !ids.has(ticketId)),
          tickets: tickets.map((left) => toldOf([left])),
          files: [...new Set([...about, ...tickets].flatMap(filesOf))],
        }
      })
    },

    /** Deletes everything that is kept of a person; what stays is counts. */
    async erase(actor: PrivacyActor, customerId: string): Promise<ErasedCounts> {
      const at = clock.now()
      const id = await storage.transaction(async (tx) => {
        const { customer, doer } = await allowed(tx, actor, customerId, 'erase-customers')
        const noteDeed = await audit.open(tx, doer, at)
        const erasure = erasures.begin(customer.site, [customerId])
        tx.erasures.save(erasure)
        noteDeed('customer.erased', customerId)
        return erasure.id
      })
      return erasures.run(id)
    },

    /** For the operator: the customer with this id, or those who gave this address, on these sites. */
    find(idOrEmail: string, sites: readonly string[]): Promise<readonly FoundPerson[]> {
      return storage.transaction(async (tx) => {
        const one = await tx.customers.find(idOrEmail)
        const found: Customer[] = one ? [one] : []
        for (const site of one ? [] : sites) {
          const key = addressKey(site, addressOf(idOrEmail.trim()))
          found.push(...(await tx.customers.list('email', key, { limit: 1_000 })).items)
        }
        const counted = found.map(async (customer) => ({
          ...{ id: customer.id, site: customer.site, name: customer.name, email: customer.email },
          subject: customer.identity?.subject ?? null,
          tickets: (await ticketsOf(tx, customer)).length,
        }))
        return Promise.all(counted)
      })
    },
  }
}

export type People = ReturnType<typeof createPeople>

/** The customer, where the actor may do this; what is of another site is not there. */
async function allowed(
  tx: Transaction,
  actor: PrivacyActor,
  customerId: string,
  action: 'export-customers' | 'erase-customers',
): Promise<{ customer: Customer; doer: Doer }> {
  const agent = actor === 'operator' ? undefined : asAgent(actor, action)
  const customer = await tx.customers.find(customerId)
  if (!customer || (agent && agent.site !== customer.site)) throw new WaypostError('not_found')
  return { customer, doer: agent ?? { site: customer.site, by: 'operator' } }
}

async function withTicketsOf(tx: Transaction, selves: readonly Customer[], own: readonly Ticket[]) {
  const all = [...own]
  for (const self of selves) all.push(...(await ticketsOf(tx, self)))
  return new Map(all.map((ticket) => [ticket.id, ticket])).values()
}

function toldOf(
  lefts: readonly LeftByTable[],
  isWanted: (record: Left['told'][number]) => boolean = () => true,
): ToldByTable {
  const told: Record<string, Left['told'][number][]> = {}
  for (const [table, left] of lefts.flatMap((each) => [...each])) {
    const records = left.told.filter(isWanted)
    if (records.length > 0) told[table] = [...(told[table] ?? []), ...records]
  }
  return told
}

function filesOf(left: LeftByTable): readonly string[] {
  return [...left.values()].flatMap(({ files = [] }) => files)
}
