/** Written standards that readers of the first also read. */
const KIN: Record<string, readonly string[]> = {
  no: ['nb', 'nn'],
  nb: ['no', 'nn'],
  nn: ['nb', 'no'],
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
