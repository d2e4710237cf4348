import { allOf } from '../../foundation/all-of.js'
import type { Trace } from '../trace.js'
import { identityKey } from './customer-store.js'

export const customerTrace: Trace = {
  async ofCustomer(tx, customer) {
    // All of it: what is added to a customer later belongs into an export as well.
    return { told: [{ ...customer }], erase: () => tx.customers.delete(customer.id) }
  },
}

export const sessionTrace: Trace = {
  async ofCustomer(tx, { id }) {
    const sessions = await allOf((after) =>
      tx.sessions.list('customer', id, { limit: 1_000, after }),
    )
    return {
      told: sessions.map(({ tokenHash, ...told }) => told),
      erase: () => {
        for (const session of sessions) tx.sessions.delete(session.id)
      },
    }
  },
}

/** Who is erased has nothing left that an old token could open. */
export const revocationTrace: Trace = {
  async ofCustomer(tx, { site, identity }) {
    const key = identity && identityKey(site, identity.issuer, identity.subject)
    const revocation = key === null ? undefined : await tx.revocations.findBy('identity', key)
    return {
      told: revocation ? [{ ...revocation }] : [],
      erase: () => {
        if (revocation) tx.revocations.delete(revocation.id)
      },
    }
  },
}
