import type { Pin } from './search-rules.js'

export type Pins = ReturnType<typeof createPins>

/** Nobody pins a letter, and a letter need not be compared. */
const LONGEST = 200

/** Which articles come first for which query, in memory; fed from the event log as the index is. */
export function createPins() {
  const locales = new Map<string, ReadonlyMap<string, readonly string[]>>()
  const nameOf = (site: string, locale: string) => `${site}|${locale}`

  return {
    /** Replaces all pins of a locale, from the next search on. */
    set(site: string, locale: string, pins: readonly Pin[]): void {
      const queries = new Map<string, readonly string[]>()
      for (const { query, articleIds } of pins) {
        const words = wordsOf(query)
        queries.set(words, [...(queries.get(words) ?? []), ...articleIds])
      }
      queries.delete('')
      if (queries.size > 0) locales.set(nameOf(site, locale), queries)
      else locales.delete(nameOf(site, locale))
    },

    /** The articles that come first for exactly these words. */
    find(site: string, locale: string, text: string): readonly string[] {
      if (text.length > LONGEST) return []
      return locales.get(nameOf(site, locale))?.get(wordsOf(text)) ?? []
    },
  }
}

/** Case, spaces and punctuation do not make another query. */
function wordsOf(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu)
  return words?.join(' ') ?? ''
}
