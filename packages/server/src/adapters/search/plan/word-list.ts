import type { Word } from '../index/word.js'
import { editDistance } from './edit-distance.js'

export interface NearWord {
  readonly word: Word
  readonly distance: number
}

/** How often a word stands in what the reader may see; 0 means it does not exist for them. */
export type Frequency = (word: Word) => number

/**
 * The words as they are typed, in order: serves completion and correction. Stems cannot, as
 * "notifica" begins "notification" but not its stem "notif".
 */
export function createWordList(words: Iterable<Word>) {
  const sorted = [...words].sort((a, b) => (a.typed < b.typed ? -1 : a.typed > b.typed ? 1 : 0))
  const letters = Int32Array.from(sorted, (word) => lettersIn(word.typed))

  function firstAtOrAfter(typed: string): number {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as Word).typed < typed) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    /** The most frequent words that begin so, at most `limit`. */
    completions(typed: string, limit: number, frequency: Frequency): Word[] {
      const found: Word[] = []
      for (let i = firstAtOrAfter(typed); i < sorted.length; i++) {
        const word = sorted[i] as Word
        if (!word.typed.startsWith(typed)) break
        if (frequency(word) > 0) found.push(word)
      }
      return found.sort((a, b) => frequency(b) - frequency(a)).slice(0, limit)
    },
    /** The nearest words within `reach` edits, nearest and then most frequent first. */
    nearest(typed: string, reach: number, limit: number, frequency: Frequency): NearWord[] {
      const own = lettersIn(typed)
      const found: NearWord[] = []
      for (let i = 0; i < sorted.length; i++) {
        // An edit adds and takes away one letter at most: most words fall to this alone.
        if (bitsIn((letters[i] as number) ^ own) > 2 * reach) continue
        const word = sorted[i] as Word
        const distance = editDistance(typed, word.typed, reach)
        if (distance <= reach && frequency(word) > 0) found.push({ word, distance })
      }
      found.sort((a, b) => a.distance - b.distance || frequency(b.word) - frequency(a.word))
      return found.slice(0, limit)
    },
  }
}

export type WordList = ReturnType<typeof createWordList>

/** A set of the letters of a word, one bit for each of 32 classes. */
function lettersIn(typed: string): number {
  let set = 0
  for (let i = 0; i < typed.length; i++) set |= 1 << (typed.charCodeAt(i) & 31)
  return set
}

function bitsIn(set: number): number {
  let bits = set - ((set >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
