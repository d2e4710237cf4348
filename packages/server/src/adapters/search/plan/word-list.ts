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

/** Words by their numbers in the order in which they are typed, and beside each its letters. */
export interface WordOrder {
  readonly ids: Uint32Array
  readonly letters: Uint32Array
}

const NO_WORDS: WordOrder = { ids: new Uint32Array(0), letters: new Uint32Array(0) }

type WordOf = (id: number) => Word | undefined

/**
 * The words as they are typed, in order: serves completion and correction. Stems cannot, as
 * "notifica" begins "notification" but not its stem "notif". Only words that may be meant are looked
 * at, the others by their letters alone.
 */
export function createWordList(wordOf: WordOf, order: WordOrder = NO_WORDS) {
  const { ids, letters } = order

  const wordAt = (place: number) => wordOf(ids[place] as number) as Word

  function firstFrom(typed: string): number {
    let low = 0
    let high = ids.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (wordAt(middle).typed < typed) low = middle + 1
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
    for (let place = 0; place < ids.length; place++) {
      if (!isLikely(letters[place] as number)) continue
      const word = wordAt(place)
      const distance = distanceTo(word)
      if (distance <= reach && frequency(word) > 0) found.push({ word, distance })
    }
    found.sort((a, b) => a.distance - b.distance || frequency(b.word) - frequency(a.word))
    return found.slice(0, limit)
  }

  return {
    order,
    /** The most frequent word that is typed so, as people do without å or ø. */
    typedAs(typed: string, frequency: Frequency): Word | undefined {
      let best: Word | undefined
      for (let place = firstFrom(typed); place < ids.length; place++) {
        const word = wordAt(place)
        if (word.typed !== typed) break
        if (frequency(word) > (best ? frequency(best) : 0)) best = word
      }
      return best
    },
    /** The most frequent words that begin so, no stop words. */
    completions(typed: string, limit: number, frequency: Frequency): Word[] {
      const best: { word: Word; times: number }[] = []
      for (let place = firstFrom(typed); place < ids.length; place++) {
        const word = wordAt(place)
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

export type WordList = ReturnType<typeof createWordList>

/**
 * The order with these words too, and without those that are gone: one pass where some are, and next to
 * nothing else. Words that are typed alike stand in the order of their texts.
 */
export function withWords(
  before: WordOrder,
  words: readonly Word[],
  { byId: wordOf, has }: { byId: WordOf; has(id: number): boolean },
  isAnyGone: boolean,
): WordOrder {
  const kept = isAnyGone ? withoutGone(before, has) : before
  return words.length > 0 ? merged(kept, words.toSorted(byTyping), wordOf) : kept
}

function byTyping(a: Word, b: Word): number {
  if (a.typed !== b.typed) return a.typed < b.typed ? -1 : 1
  return a.text < b.text ? -1 : 1
}

function withoutGone({ ids, letters }: WordOrder, has: (id: number) => boolean): WordOrder {
  const isThere = ids.map((id) => (has(id) ? 1 : 0))
  return {
    ids: ids.filter((_, place) => isThere[place] === 1),
    letters: letters.filter((_, place) => isThere[place] === 1),
  }
}

/** Looks for the place of each added word: to compare tens of thousands would be most of an edit. */
function merged(before: WordOrder, added: readonly Word[], wordOf: WordOf): WordOrder {
  const length = before.ids.length + added.length
  const ids = new Uint32Array(length)
  const letters = new Uint32Array(length)
  let from = 0
  let end = 0
  const copyUntil = (to: number) => {
    ids.set(before.ids.subarray(from, to), end)
    letters.set(before.letters.subarray(from, to), end)
    end += to - from
    from = to
  }
  for (const word of added) {
    copyUntil(firstAfter(before.ids, word, from, wordOf))
    ids[end] = word.id
    letters[end] = word.letters
    end++
  }
  copyUntil(before.ids.length)
  return { ids, letters }
}

function firstAfter(ids: Uint32Array, word: Word, from: number, wordOf: WordOf): number {
  let low = from
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (byTyping(wordOf(ids[middle] as number) as Word, word) < 0) low = middle + 1
    else high = middle
  }
  return low
}
