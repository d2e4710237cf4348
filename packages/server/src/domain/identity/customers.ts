import { WaypostError } from '@waypost/sdk/contract'
import { addressOf } from '../../foundation/address-of.js'
import type { Actor } from '../actor.js'
import { withGiven } from '../given-addresses.js'
import type { Storage, Transaction } from '../storage.js'
import type { Customer } from './customer.js'
import type { Corrected, OpenedTickets } from './opened-tickets.js'

/** How somebody proves that an address is theirs; see `sign-ins.ts`. */
export interface AddressProofs {
  prove<T>(
    proof: { site: string; email: string; code: string },
    whenRight: (tx: Transaction) => Promise<() => T>,
  ): Promise<T>
}

export interface CustomersDeps {
  storage: Storage
  openedTickets: OpenedTickets
  proofs: AddressProofs
}

/** What of a customer is to be put right; an address takes the digits that were mailed to it. */
export interface Correction {
  name?: string | undefined
  email?: string | undefined
  code?: string | undefined
}

/** What a customer knows and corrects of what is known of them. */
export function createCustomers({ storage, openedTickets, proofs }: CustomersDeps) {
  return {
    /** Whom the session speaks for; throws `not_found` for who has not asked anything yet. */
    current(actor: Actor): Promise<Customer> {
      return storage.transaction((tx) => customerOf(tx, actor))
    },

    /**
     * Puts name or address right, here and in the tickets that the customer has opened, so that they
     * are called and answered as they should. Whom a host has named is corrected there: `forbidden`.
     */
    async correct(actor: Actor, { name, email, code }: Correction): Promise<Customer> {
      if (email === undefined) {
        return storage.transaction(async (tx) => (await correction(tx, actor, { name }))())
      }
      // Before a try of the digits is spent.
      await storage.transaction(async (tx) => refuseNamed(await customerOf(tx, actor)))
      if (code === undefined) {
        throw new WaypostError('invalid_input', {
          detail: 'An address takes the code that POST /v1/sign-in-codes mails to it.',
          errors: [{ path: 'code', code: 'required' }],
        })
      }
      const right = { name, email: addressOf(email) }
      return proofs.prove({ site: actor.site, email, code }, (tx) => correction(tx, actor, right))
    },
  }

  /** Reads, and returns what puts it right. */
  async function correction(tx: Transaction, actor: Actor, { name, email }: Corrected) {
    const before = await customerOf(tx, actor)
    refuseNamed(before)
    if (email === undefined && (name ?? before.name) === before.name) return () => before
    const session = actor.kind === 'session' ? await tx.sessions.find(actor.sessionId) : undefined
    const right = {
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email, verification: 'email' as const }),
    }
    const { id, site } = before
    const correctTickets = await openedTickets.correct(tx, id, right)
    return (): Customer => {
      const known = email === undefined ? before : withGiven({ ...before, email }, before.email)
      const customer: Customer = { ...known, ...right, ...(email && { emailVerified: true }) }
      tx.customers.save(customer)
      // Whoever signed in by the address before goes on by this one.
      if (email && session?.address) tx.sessions.save({ ...session, address: email })
      correctTickets()
      tx.events.add({ kind: 'customer.corrected', site, customerId: id })
      return customer
    }
  }
}

export type Customers = ReturnType<typeof createCustomers>

async function customerOf(tx: Transaction, actor: Actor): Promise<Customer> {
  if (actor.kind !== 'session') throw new WaypostError('forbidden')
  const customer = actor.customerId ? await tx.customers.find(actor.customerId) : undefined
  if (!customer) throw new WaypostError('not_found')
  return customer
}

function refuseNamed({ identity }: Customer): void {
  if (identity === null) return
  const detail = 'The host says who this is: name and address are corrected there.'
  throw new WaypostError('forbidden', { detail })
}
