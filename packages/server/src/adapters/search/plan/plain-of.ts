import { wordsOf } from '../analysis/words.js'

/**
 * The words of a text as one looks whether another text holds them in a row: each with a space
 * before it, so that no other word ends like the first.
 */
export function plainOf(text: string): string {
  let plain = ''
  let last = -1
  for (const { text: word, start } of wordsOf(text)) {
    // Words that a hyphen joins follow once more as one.
    if (start > last) plain += ` ${word}`
    last = Math.max(last, start)
  }
  return plain
}
