import { addressOf } from '../../foundation/address-of.js'
import type { Transaction } from '../storage.js'

interface Asked {
  readonly requesterId: string
  readonly requester: { readonly email: string | null }
}

/**
 * Whether whoever opened a ticket had proved that its address is theirs, by a code or by their host's
 * word: then it may be mailed what they wrote and what they are told.
 */
export async function isOfItsReader(tx: Transaction, ticket: Asked): Promise<boolean> {
  const { email } = ticket.requester
  const customer = await tx.customers.find(ticket.requesterId)
  const hasProved = customer?.verification === 'email' || customer?.emailVerified === true
  if (!hasProved || customer?.email == null || email === null) return false
  return addressOf(customer.email) === addressOf(email)
}
