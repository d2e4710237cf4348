import * as v from 'valibot'

/** RFC 3339 in UTC, as the server writes it: `2026-11-21T19:40:00.000Z`. */
export const Timestamp = v.pipe(v.string(), v.isoTimestamp())

/** A day of the calendar, as `2026-11-22`. */
export const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true),
)

const LONGEST_LOCALE = 35

/**
 * A BCP 47 language tag; the output is in canonical form (`nb-no` → `nb-NO`).
 * At most 35 characters, which RFC 5646 §4.4.1 recommends as enough for any tag.
 */
export const Locale = v.pipe(
  v.string(),
  v.minLength(2),
  v.maxLength(LONGEST_LOCALE),
  v.check(isLocale, 'invalid_locale'),
  v.transform((tag) => canonical(tag) ?? tag),
)

export function isLocale(tag: string): boolean {
  return canonical(tag) !== undefined
}

/** Tags that were asked for: the same few come with nearly every call, and ICU takes its time. */
const known = new Map<string, string | undefined>()
const MOST_KNOWN = 500

function canonical(tag: string): string | undefined {
  if (known.has(tag)) return known.get(tag)
  const found = canonicalOf(tag)
  if (tag.length > LONGEST_LOCALE) return found
  if (known.size === MOST_KNOWN) known.clear()
  known.set(tag, found)
  return found
}

function canonicalOf(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?'
const EMAIL = new RegExp(`^[^\\s@"<>()\\[\\]\\\\,;:\\p{Cc}]{1,64}@(?:${LABEL}\\.)+${LABEL}$`, 'u')

/** One e-mail address, without a display name; letters of any script; at most 254 characters. */
export const Email = v.pipe(v.string(), v.trim(), v.maxLength(254), v.regex(EMAIL, 'invalid_email'))

/** An absolute http or https address. */
export const WebUrl = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.check((text) => /^https?:\/\//i.test(text) && URL.canParse(text), 'invalid_url'),
)

/** The public key of a site: it stands in host pages, and opens nothing by itself. */
export const SiteKey = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/))

/**
 * An article or collection id in its author's words: 1 to 200 printable characters, `/` and `:` too,
 * but not `.` or `..`, which no address can carry.
 */
export const ContentId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.regex(/^(?!\.{1,2}$)[^\p{C}\p{Zl}\p{Zp}]+$/u),
)

/** Ids that we make: a prefix and 130 random bits in base32. */
export const objectId = (prefix: string) =>
  v.pipe(v.string(), v.regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`)))

/** A line that a person typed: one line, trimmed, never blank, no control characters. */
export const line = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.transform((text) => written(text.replace(/[\t\n\r\u2028\u2029]+/g, ' '))),
    v.minLength(1),
  )

/** Several lines that a person typed, never blank: line breaks and tabs stay. */
export const prose = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.transform((text) => written(text.replace(/\r\n?/g, '\n'))),
    v.minLength(1),
  )

/** Trimmed; empty where nothing in it can be seen: joiners and their like mean nothing alone. */
function written(text: string): string {
  const clean = withoutControls(text).trim()
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(clean) ? clean : ''
}

/** Drops what no keyboard types and no reader sees: C0 and C1 controls but tab and line feed. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters meant
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
}

/** Paging of a list: how many, and where the page before it ended. */
export const pageQuery = {
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(100)),
    '20',
  ),
  /** Empty means the first page, so that a caller may always send it. */
  cursor: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(500),
      v.transform((cursor) => (cursor === '' ? undefined : cursor)),
    ),
  ),
}

/** The shape of every list. `nextCursor` is opaque, and `null` at the end. */
export const listOf = <T extends v.GenericSchema>(item: T) =>
  v.object({ items: v.array(item), nextCursor: v.nullable(v.string()) })

export interface List<T> {
  items: T[]
  nextCursor: string | null
}

/** How a caller of the SDK asks for one page. */
export interface PageOptions {
  /** 1 to 100; 20 unless said. */
  limit?: number
  cursor?: string
}
