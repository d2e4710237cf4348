import type { Word } from '../index/word.js'
import { editDistance } from './edit-distance.js'
import { differentLetters, lettersOf, missingLetters } from './letters.js'

/** How many documents that the reader may see hold a word; 0: it does not exist for them. */
export type Frequency = (word: Word) => number

export interface NearWord {
  readonly word: Word
  /** In edits. */
  readonly distance: number
}

/**
 * The words as they are typed, in order: serves completion and correction. Stems cannot, as
 * "notifica" begins "notification" but not its stem "notif". Made again from the list before, it
 * costs one pass where words of that are gone, and next to nothing else.
 */
export function createWordList(
  words: readonly Word[],
  before?: WordList,
  isAnyGone = true,
): WordList {
  const added = words.toSorted((a, b) => (a.typed < b.typed ? -1 : a.typed > b.typed ? 1 : 0))
  const sorted = before
    ? merged(isAnyGone ? before.sorted.filter(isInUse) : before.sorted, added)
    : added

  function firstFrom(typed: string): number {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as Word).typed < typed) low = middle + 1
      else high = middle
    }
    return low
  }

  function near(
    frequency: Frequency,
    limit: number,
    reach: number,
    isLikely: (letters: number) => boolean,
    distanceTo: (word: Word) => number,
  ): NearWord[] {
    const found: NearWord[] = []
    for (const word of sorted) {
      if (!isLikely(word.letters)) continue
      const distance = distanceTo(word)
      if (distance <= reach && frequency(word) > 0) found.push({ word, distance })
    }
    found.sort((a, b) => a.distance - b.distance || frequency(b.word) - frequency(a.word))
    return found.slice(0, limit)
  }

  return {
    sorted: sorted as readonly Word[],
    /** The most frequent words that begin so, no stop words. */
    completions(typed: string, limit: number, frequency: Frequency): Word[] {
      const best: { word: Word; times: number }[] = []
      for (let i = firstFrom(typed); i < sorted.length; i++) {
        const word = sorted[i] as Word
        if (!word.typed.startsWith(typed)) break
        const times = word.isStopWord ? 0 : frequency(word)
        if (times <= (best.length < limit ? 0 : (best.at(-1)?.times ?? 0))) continue
        if (best.length === limit) best.pop()
        best.splice(best.findLastIndex((other) => other.times >= times) + 1, 0, { word, times })
      }
      return best.map(({ word }) => word)
    },
    /** The nearest words within `reach` edits, the more frequent first. */
    nearest(typed: string, reach: number, limit: number, frequency: Frequency): NearWord[] {
      const own = lettersOf(typed)
      // An edit takes one letter away and adds one at most: nearly all words fall to this alone.
      const isLikely = (letters: number) => differentLetters(letters, own) <= 2 * reach
      const distanceTo = (word: Word) => editDistance(typed, word.typed, reach)
      return near(frequency, limit, reach, isLikely, distanceTo)
    },
    /** The words whose beginning is nearest, for a mistyped word that is not finished. */
    nearestBeginnings(typed: string, reach: number, limit: number, frequency: Frequency) {
      const own = lettersOf(typed)
      const isLikely = (letters: number) => missingLetters(own, letters) <= reach
      const distanceTo = (word: Word) => editDistance(typed, word.typed, reach, { prefix: true })
      return near(frequency, limit, reach, isLikely, distanceTo)
    },
  }
}

function isInUse({ isForgotten }: Word): boolean {
  return !isForgotten
}

/** Looks for the place of each added word: to compare tens of thousands would be most of an edit. */
function merged(words: readonly Word[], added: readonly Word[]): Word[] {
  const all: Word[] = []
  let from = 0
  for (const word of added) {
    const to = firstAfter(words, word.typed, from)
    while (from < to) all.push(words[from++] as Word)
    all.push(word)
  }
  while (from < words.length) all.push(words[from++] as Word)
  return all
}

function firstAfter(words: readonly Word[], typed: string, from: number): number {
  let low = from
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] as Word).typed <= typed) low = middle + 1
    else high = middle
  }
  return low
}

export interface WordList {
  readonly sorted: readonly Word[]
  completions(typed: string, limit: number, frequency: Frequency): Word[]
  nearest(typed: string, reach: number, limit: number, frequency: Frequency): NearWord[]
  nearestBeginnings(typed: string, reach: number, limit: number, frequency: Frequency): NearWord[]
}
