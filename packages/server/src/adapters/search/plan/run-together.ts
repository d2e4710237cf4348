import type { Lexicon } from './lexicon.js'

const SHORTEST = 2

/**
 * The terms of two known words that are written as one, as "login" where articles say "log in"; of
 * small words none, as they find nothing.
 */
export function runTogether(text: string, lexicon: Lexicon): string[] {
  const terms = new Set<string>()
  for (let at = SHORTEST; at <= text.length - SHORTEST; at++) {
    const first = lexicon.find(text.slice(0, at))
    const second = first && lexicon.find(text.slice(at))
    if (!first || !second || text.length <= 2 * SHORTEST) continue
    for (const word of [first, second]) if (!word.isStopWord) terms.add(word.term)
  }
  return [...terms]
}
