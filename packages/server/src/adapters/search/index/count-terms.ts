import type { NumberedTexts } from './entry.js'
import type { FrequencyTables } from './frequencies.js'
import { narrowed } from './number-table.js'
import type { Steps } from './steps.js'
import { termsOf, type Word } from './word.js'

/** So many entries, and so many words, are some milliseconds of work. */
const ENTRIES_AT_ONCE = 200
const WORDS_AT_ONCE = 500

type TextsIn = (entry: NumberedTexts) => readonly Uint32Array[]

const TITLE: TextsIn = ({ title }) => [title]
const BODY: TextsIn = ({ summary, text }) => [summary, text]
/** In the order of `FIELDS`. */
const TEXTS_IN: readonly TextsIn[] = [TITLE, ({ keywords }) => [keywords], BODY]

/** How often each of many entries holds each term, by field. An entry is known by its place. */
export interface CountedTerms {
  /** Every term with its number, in the order of those. */
  readonly terms: ReadonlyMap<string, number>
  /** The numbers of the entries. */
  readonly numbers: readonly number[]
  /** In the order of `FIELDS`. */
  readonly fields: readonly CountedField[]
  /** How many different words title and body of each entry have. */
  readonly titles: Uint32Array
  readonly bodies: Uint32Array
}

export interface CountedField {
  readonly tables: FrequencyTables
  /** Where the stretch of each term ends in the tables; it begins where the one before ends. */
  readonly ends: Uint32Array
}

/**
 * Counts the terms of many entries at once, into two tables for each field. `words` are those of the
 * vocabulary by number.
 */
export function* countTerms(
  entries: readonly NumberedTexts[],
  words: ReadonlyArray<Word | undefined>,
  numbered?: NumberedTerms,
): Steps<CountedTerms> {
  const own = numbered ?? (yield* numberTerms(words))
  const fields: CountedField[] = []
  for (const textsIn of TEXTS_IN) fields.push(yield* count(entries, own, textsIn))
  return {
    terms: own.terms,
    numbers: entries.map(({ number }) => number),
    fields,
    titles: yield* distinctWords(entries, words.length, TITLE),
    bodies: yield* distinctWords(entries, words.length, BODY),
  }
}

/** Every term by a number; those of word n stand in `ofWords` from `begins[n]` to `begins[n + 1]`. */
export interface NumberedTerms {
  readonly terms: ReadonlyMap<string, number>
  readonly ofWords: Uint32Array
  readonly begins: Uint32Array
}

/** Gives each term a number; a word's own comes first, then those of its parts. */
export function* numberTerms(words: ReadonlyArray<Word | undefined>): Steps<NumberedTerms> {
  const terms = new Map<string, number>()
  const ofWords: number[] = []
  const begins = new Uint32Array(words.length + 1)
  for (const [id, word] of words.entries()) {
    for (const term of word ? termsOf(word) : []) {
      const number = terms.get(term) ?? terms.size
      terms.set(term, number)
      ofWords.push(number)
    }
    begins[id + 1] = ofWords.length
    if (id % WORDS_AT_ONCE === 0) yield
  }
  return { terms, ofWords: new Uint32Array(ofWords), begins }
}

/** How often entries hold terms in a field. */
function* count(
  entries: readonly NumberedTexts[],
  numbered: NumberedTerms,
  textsIn: TextsIn,
): Steps<CountedField> {
  const texts = entries.map(textsIn)
  const terms = numbered.terms.size
  const ends = new Uint32Array(terms)
  const lastPlace = new Int32Array(terms).fill(-1)
  for (let place = 0; place < texts.length; place += ENTRIES_AT_ONCE) {
    countHolders(texts, place, numbered, lastPlace, ends)
    yield
  }
  let sum = 0
  // Where the stretch of each term begins: filling it moves that to where it ends.
  for (let term = 0; term < terms; term++) {
    const length = ends[term] as number
    ends[term] = sum
    sum += length
  }
  const tables = { documents: new Uint32Array(sum), frequencies: new Uint32Array(sum) }
  lastPlace.fill(-1)
  for (let place = 0; place < texts.length; place += ENTRIES_AT_ONCE) {
    fill(tables, texts, place, numbered, lastPlace, ends)
    yield
  }
  const { documents, frequencies } = tables
  return { tables: { documents: narrowed(documents), frequencies: narrowed(frequencies) }, ends }
}

// Functions of their own: an engine makes quick code of them, and not of loops between two yields.

/** Adds for each term how many of some entries hold it. */
function countHolders(
  texts: ReadonlyArray<readonly Uint32Array[]>,
  from: number,
  { ofWords, begins }: NumberedTerms,
  lastPlace: Int32Array,
  counts: Uint32Array,
): void {
  const to = Math.min(from + ENTRIES_AT_ONCE, texts.length)
  for (let place = from; place < to; place++) {
    for (const ids of texts[place] as readonly Uint32Array[]) {
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] as number
        const end = begins[id + 1] as number
        for (let i = begins[id] as number; i < end; i++) {
          const term = ofWords[i] as number
          if (lastPlace[term] === place) continue
          lastPlace[term] = place
          counts[term] = (counts[term] as number) + 1
        }
      }
    }
  }
}

/** Puts how often some entries hold each term at the end of its stretch. */
function fill(
  { documents, frequencies }: Record<keyof FrequencyTables, Uint32Array>,
  texts: ReadonlyArray<readonly Uint32Array[]>,
  from: number,
  { ofWords, begins }: NumberedTerms,
  lastPlace: Int32Array,
  ends: Uint32Array,
): void {
  const to = Math.min(from + ENTRIES_AT_ONCE, texts.length)
  for (let place = from; place < to; place++) {
    for (const ids of texts[place] as readonly Uint32Array[]) {
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] as number
        const end = begins[id + 1] as number
        for (let i = begins[id] as number; i < end; i++) {
          const term = ofWords[i] as number
          let last = (ends[term] as number) - 1
          if (lastPlace[term] !== place) {
            lastPlace[term] = place
            documents[++last] = place
            ends[term] = last + 1
          }
          frequencies[last] = (frequencies[last] as number) + 1
        }
      }
    }
  }
}

/** How many different words a field of each entry has. */
function* distinctWords(
  entries: readonly NumberedTexts[],
  words: number,
  textsIn: TextsIn,
): Steps<Uint32Array> {
  const texts = entries.map(textsIn)
  const lastPlace = new Int32Array(words).fill(-1)
  const counts = new Uint32Array(texts.length)
  for (let place = 0; place < texts.length; place += ENTRIES_AT_ONCE) {
    countDistinct(texts, place, lastPlace, counts)
    yield
  }
  return counts
}

function countDistinct(
  texts: ReadonlyArray<readonly Uint32Array[]>,
  from: number,
  lastPlace: Int32Array,
  counts: Uint32Array,
): void {
  const to = Math.min(from + ENTRIES_AT_ONCE, texts.length)
  for (let place = from; place < to; place++) {
    let count = 0
    for (const ids of texts[place] as readonly Uint32Array[]) {
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] as number
        if (lastPlace[id] === place) continue
        lastPlace[id] = place
        count++
      }
    }
    counts[place] = count
  }
}
