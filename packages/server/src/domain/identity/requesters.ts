import type { Actor } from '../actor.js'
import { withGiven } from '../given-addresses.js'
import { type GuardedTicket, isRequester } from '../policy.js'
import type { Transaction } from '../storage.js'
import type { Customer, Session } from './customer.js'

/** As much of a ticket as says who asked. */
type Asked = GuardedTicket & { readonly requester: { readonly name: string | null } }

/** Knows who opens tickets; see the port in the tickets room. */
export function createRequesters() {
  return {
    async find(
      tx: Transaction,
      actor: Actor,
      contact: { name: string | null; email: string | null },
      fresh: { customerId: string; at: Date },
    ) {
      const session = actor.kind === 'session' ? await tx.sessions.get(actor.sessionId) : undefined
      const known = session?.customerId ? await tx.customers.find(session.customerId) : undefined
      if (known) {
        const found = asRequester(known, contact)
        const given = withGiven(known, found.requester.email)
        return { ...found, save: () => given !== known && tx.customers.save(given) }
      }

      const customer: Customer = {
        id: fresh.customerId,
        createdAt: fresh.at.toISOString(),
        site: actor.site,
        identity: null,
        ...contact,
        // An address that somebody typed proves nothing, so it never finds an existing customer.
        verification: 'none',
        segments: [],
      }
      const save = () => {
        tx.customers.save(customer)
        if (session) tx.sessions.save({ ...session, customerId: customer.id } satisfies Session)
      }
      return { ...asRequester(customer, contact), save }
    },

    async authorOf(tx: Transaction, actor: Actor, ticket: Asked) {
      const { requesterId, requester } = ticket
      if (actor.kind !== 'session' || actor.customerId === null || isRequester(actor, ticket)) {
        return { id: requesterId, name: requester.name }
      }
      const { id, name } = await tx.customers.get(actor.customerId)
      return { id, name, isColleague: true as const }
    },

    async isNamed(tx: Transaction, customerId: string): Promise<boolean> {
      const { identity } = await tx.customers.get(customerId)
      return identity !== null
    },
  }
}

/** Signed names and addresses stand; an unsigned person may give others for each ticket. */
function asRequester(customer: Customer, contact: { name: string | null; email: string | null }) {
  const isSigned = customer.verification === 'signed'
  const hasProved = customer.verification === 'email'
  const name = isSigned ? (customer.name ?? contact.name) : (contact.name ?? customer.name)
  const email =
    isSigned || hasProved ? (customer.email ?? contact.email) : (contact.email ?? customer.email)
  return {
    id: customer.id,
    requester: { name, email, verification: customer.verification },
    group: isSigned ? customer.group : undefined,
    locale: customer.locale,
  }
}
