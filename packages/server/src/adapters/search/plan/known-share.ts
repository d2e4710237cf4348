import { wordsOf } from '../analysis/words.js'
import type { Lexicon } from './lexicon.js'

/**
 * How many of a text's words, small ones included, documents hold: 0 to 1. In the language that it is
 * written in those are nearly all, in any other few.
 */
export function knownShare(text: string, { find }: Pick<Lexicon, 'find'>): number {
  const words = new Set(wordsOf(text).map((word) => word.text))
  let known = 0
  for (const word of words) if (find(word)) known++
  return words.size === 0 ? 0 : known / words.size
}
