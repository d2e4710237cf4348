import { createHash } from 'node:crypto'

/** Longer texts are kept by their beginning and a hash: PostgreSQL indexes 2,704 bytes at most. */
const MOST_UNITS = 256
const HASH_UNITS = 43

/**
 * Text as it stands in columns with `collate "C"`: sorted there it stands as by UTF-16 unit, and it
 * may hold what no text of PostgreSQL may, U+0000 and half a surrogate pair. Nearly every text is
 * what it was before, so that ids can be read in `psql`. Past 256 units only a beginning sorts.
 */
export function toSortText(text: string): string {
  const escaped = SPECIAL.test(text) ? text.replace(EACH_SPECIAL, escapeUnit) : text
  if (escaped.length <= MOST_UNITS) return escaped
  const hash = createHash('sha256').update(escaped).digest('base64url')
  // One unit longer than what is left as it is, so that no text can pose as another.
  return `${escaped.slice(0, MOST_UNITS + 1 - HASH_UNITS)}${hash}`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these two are meant
const SPECIAL = /[\u0000\u0001\ud7ff-\udfff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these two are meant
const EACH_SPECIAL = /[\u0000\u0001\ud7ff-\udfff]/g

/** The first unit keeps the place among all others, the second one that among the escaped. */
function escapeUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code <= 1) return `\u0001${String.fromCharCode(code + 1)}`
  return `\ud7ff${String.fromCharCode(code - 0xd7ff + 1)}`
}
