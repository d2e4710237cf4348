import { WaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'
import type { Storage, Transaction } from '../storage.js'
import type { Customer } from './customer.js'
import type { OpenedTickets } from './opened-tickets.js'

export interface CustomersDeps {
  storage: Storage
  openedTickets: OpenedTickets
}

/** What of a customer is to be put right. */
export interface Correction {
  name?: string | undefined
}

/** What a customer knows and corrects of what is known of them. */
export function createCustomers({ storage, openedTickets }: CustomersDeps) {
  return {
    /** Whom the session speaks for; throws `not_found` for who has not asked anything yet. */
    current(actor: Actor): Promise<Customer> {
      return storage.transaction((tx) => customerOf(tx, actor))
    },

    /**
     * Puts the name right, here and in the tickets that the customer has opened, so that nobody is
     * called by the wrong one any more. Whom a host has named is corrected there: `forbidden`.
     */
    correct(actor: Actor, { name }: Correction): Promise<Customer> {
      return storage.transaction(async (tx) => {
        const before = await customerOf(tx, actor)
        refuseNamed(before)
        if (name === undefined || name === before.name) return before
        const { id, site } = before
        const correctTickets = await openedTickets.correct(tx, id, { name })
        const customer: Customer = { ...before, name }
        tx.customers.save(customer)
        correctTickets()
        tx.events.add({ kind: 'customer.corrected', site, customerId: id })
        return customer
      })
    },
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
