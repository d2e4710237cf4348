/** Makes an id: the prefix and 130 random bits, as `tic_` and 26 characters of base32. */
export type NewId = (prefix: string) => string

/** Crockford's base32 in lower case: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const LENGTH = 26

/** Random bytes for some hundred ids: to ask for few costs as much as to ask for many. */
const pool = new Uint8Array(LENGTH * 256)
let used = pool.length

export const newId: NewId = (prefix) => {
  if (used === pool.length) {
    globalThis.crypto.getRandomValues(pool)
    used = 0
  }
  let text = ''
  for (const end = used + LENGTH; used < end; used += 1) text += ALPHABET[(pool[used] ?? 0) & 31]
  return `${prefix}_${text}`
}
