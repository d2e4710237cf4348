import { addressOf } from '../foundation/address-of.js'

interface Giver {
  readonly email: string | null
  /** As `addressOf` has them. */
  readonly otherEmails?: readonly string[] | undefined
}

/** So many are remembered, the last ones: nobody fills a record with addresses. */
const MOST = 50

/** Every address that somebody has given: what was mailed to any of them is theirs. */
export function givenAddresses({ email, otherEmails = [] }: Giver): readonly string[] {
  return [...new Set([...(email === null ? [] : [addressOf(email)]), ...otherEmails])]
}

/** The same person, who has given another address, or goes by another one now. */
export function withGiven<T extends Giver>(person: T, email: string | null): T {
  if (email === null || givenAddresses(person).includes(addressOf(email))) return person
  return { ...person, otherEmails: [...(person.otherEmails ?? []), addressOf(email)].slice(-MOST) }
}
