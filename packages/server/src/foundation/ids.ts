/** Makes an id: the prefix and 130 random bits, as `tic_` and 26 characters of base32. */
export type NewId = (prefix: string) => string

/** Crockford's base32 in lower case: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

export const newId: NewId = (prefix) => {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(26))
  let text = ''
  for (const byte of bytes) text += ALPHABET[byte & 31]
  return `${prefix}_${text}`
}
