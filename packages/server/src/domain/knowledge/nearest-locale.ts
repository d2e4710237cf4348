/** Written standards that readers of the first also read. */
const KIN: Record<string, readonly string[]> = {
  no: ['nb', 'nn'],
  nb: ['no', 'nn'],
  nn: ['nb', 'no'],
}

/** Languages that readers of the first understand in writing, the nearest first. */
const NEIGHBOURS: Record<string, readonly string[]> = {
  da: ['nb', 'no', 'nn', 'sv'],
  nb: ['da', 'sv'],
  nn: ['da', 'sv'],
  no: ['da', 'sv'],
  sv: ['nb', 'no', 'da', 'nn'],
}

/**
 * The available locale nearest to the wanted one: exact, then shortened from the end (RFC 4647
 * §3.4, lookup), then another region of the same language, then close kin, then the fallback.
 * `undefined` when nothing is available.
 */
export function nearestLocale(
  wanted: string | undefined,
  available: readonly string[],
  fallback: string,
): string | undefined {
  if (wanted !== undefined) {
    const parts = wanted.split('-')
    for (let length = parts.length; length > 0; length--) {
      const shorter = parts.slice(0, length).join('-')
      if (available.includes(shorter)) return shorter
    }
    const language = parts[0] ?? wanted
    for (const kin of [language, ...(KIN[language] ?? [])]) {
      const found = available.find((tag) => tag === kin || tag.startsWith(`${kin}-`))
      if (found) return found
    }
  }
  if (available.includes(fallback)) return fallback
  return available[0]
}

/**
 * Every available locale, in the order in which a reader of the wanted one would rather read: the
 * nearest, its kin, languages next to it, the fallback, any other.
 */
export function localesByNearness(
  wanted: string | undefined,
  available: readonly string[],
  fallback: string,
): readonly string[] {
  const [language = ''] = wanted?.split('-') ?? []
  const languages = [language, ...(KIN[language] ?? []), ...(NEIGHBOURS[language] ?? []), fallback]
  const isIn = (tag: string, wide: string) => tag === wide || tag.startsWith(`${wide}-`)
  const near = languages.flatMap((wide) => available.filter((tag) => isIn(tag, wide)))
  const nearest = nearestLocale(wanted, available, fallback)
  return [...new Set([...(nearest ? [nearest] : []), ...near, ...available.toSorted()])]
}
