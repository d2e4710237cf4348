/** Makes an id: the prefix and 130 random bits, as `tic_` and 26 characters of base32. */
export type NewId = (prefix: string) => string

/** Crockford's base32 in lower case: no i, l, o, u. */
const ALPHABET = Buffer.from('0123456789abcdefghjkmnpqrstvwxyz')

const LENGTH = 26

/** Letters for some hundred ids: to ask for few random bytes costs as much as to ask for many. */
const pool = Buffer.alloc(LENGTH * 256)
let used = pool.length

export const newId: NewId = (prefix) => {
  if (used === pool.length) refill()
  used += LENGTH
  return `${prefix}_${pool.toString('latin1', used - LENGTH, used)}`
}

function refill(): void {
  globalThis.crypto.getRandomValues(pool)
  for (let at = 0; at < pool.length; at++) pool[at] = ALPHABET[(pool[at] ?? 0) & 31] ?? 0
  used = 0
}
