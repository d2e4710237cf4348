import { addressOf } from '../../foundation/address-of.js'
import { declareTable } from '../../foundation/records.js'
import { addressKey } from '../answered-at.js'
import { givenAddresses } from '../given-addresses.js'
import type { Customer, Session } from './customer.js'

export const customerTable = declareTable<Customer>()({
  name: 'customers',
  indexes: {
    identity: {
      keys: ({ site, identity }) =>
        identity ? [identityKey(site, identity.issuer, identity.subject)] : [],
    },
    site: { keys: ({ site }) => [site] },
    /** Who has proved the address by a code. */
    address: {
      keys: ({ site, email, verification }) =>
        email !== null && verification === 'email' ? [keyOf(site, email)] : [],
    },
    /** Under each address that they gave, or that a host has given for them: it may be of another. */
    email: {
      keys: (customer) => givenAddresses(customer).map((each) => addressKey(customer.site, each)),
    },
  },
})

const keyOf = (site: string, email: string) => addressKey(site, addressOf(email))

export const sessionTable = declareTable<Session>()({
  name: 'sessions',
  indexes: {
    token: { keys: (session) => [session.tokenHash] },
    customer: { keys: ({ customerId }) => (customerId === null ? [] : [customerId]) },
  },
})

/** JSON, because issuer and subject may hold any character. */
export function identityKey(site: string, issuer: string, subject: string): string {
  return JSON.stringify([site, issuer, subject])
}
