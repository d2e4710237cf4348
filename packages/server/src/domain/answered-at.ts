import type { Verification } from '@waypost/sdk/contract'
import { addressOf } from '../foundation/address-of.js'

interface Answered {
  readonly requester: { readonly email: string | null; readonly verification: Verification }
}

/**
 * The address whose owner may read a ticket once they have proved that it is theirs: the one that
 * whoever asked wanted to be answered at. Who was signed in at a host has none. Their name is the
 * host's word, and so is what they may read; the address may be a slip of theirs.
 */
export function answeredAt({ requester: { email, verification } }: Answered): string | undefined {
  return email === null || verification === 'signed' ? undefined : addressOf(email)
}

/** The key of what is answered at an address, for indexes. */
export const addressKey = (site: string, address: string): string => `${site}|${address}`
