import MiniSearch from 'minisearch'
import type { Entry } from './entry.js'
import { Frequencies, type FrequencyTables } from './frequencies.js'
import { FIELDS, optionsFor } from './inverted-index.js'
import type { Steps } from './steps.js'
import type { Vocabulary } from './vocabulary.js'
import { termsOf } from './word.js'

/** So many entries, and so many terms, are some milliseconds of work. */
const ENTRIES_AT_ONCE = 200
const TERMS_AT_ONCE = 500

type TextsIn = (entry: Entry) => readonly Uint32Array[]

const TITLE: TextsIn = ({ title }) => [title]
const BODY: TextsIn = ({ summary, text }) => [summary, text]
/** In the order of `FIELDS`. */
const TEXTS_IN: readonly TextsIn[] = [TITLE, ({ keywords }) => [keywords], BODY]

/** Where MiniSearch finds a term: frequencies by the place of the field. */
interface Kept {
  readonly _index: { set(term: string, frequencies: Map<number, Frequencies>): void }
}

/**
 * An index of many entries at once: all frequencies are counted into two tables for each field.
 * Adding entries one by one makes millions of places in maps and takes many times as long.
 */
export function* loadInvertedIndex(
  entries: readonly Entry[],
  vocabulary: Vocabulary,
): Steps<MiniSearch<Entry>> {
  const numbered = yield* numberTerms(vocabulary)
  const counted = []
  for (const textsIn of TEXTS_IN) counted.push(yield* count(entries, numbered, textsIn))
  const titles = yield* distinctWords(entries, vocabulary.size, TITLE)
  const bodies = yield* distinctWords(entries, vocabulary.size, BODY)
  // As MiniSearch counts: each word once, and the keywords as one.
  const lengths = Array.from(titles, (title, place) => [title, 1, bodies[place] as number])
  const index = MiniSearch.loadJS<Entry>(
    {
      documentCount: entries.length,
      nextId: entries.length,
      documentIds: byPlace(entries.map(({ number }) => number)),
      fieldIds: Object.fromEntries(FIELDS.map((field, at) => [field, at])),
      fieldLength: byPlace(lengths),
      averageFieldLength: FIELDS.map((_, at) => mean(lengths.map((own) => own[at] ?? 0))),
      storedFields: {},
      index: [],
      serializationVersion: 2,
    },
    optionsFor(vocabulary),
  )
  yield
  const { _index: kept } = index as unknown as Kept
  for (const [number, term] of numbered.terms.entries()) {
    const found = new Map<number, Frequencies>()
    for (const [field, { tables, ends }] of counted.entries()) {
      const from = number === 0 ? 0 : (ends[number - 1] as number)
      const to = ends[number] as number
      if (to > from) found.set(field, new Frequencies(tables, from, to))
    }
    if (found.size > 0) kept.set(term, found)
    if (number % TERMS_AT_ONCE === 0) yield
  }
  return index
}

/** Every term by a number; those of word n stand in `ofWords` from `begins[n]` to `begins[n + 1]`. */
interface NumberedTerms {
  readonly terms: readonly string[]
  readonly ofWords: Uint32Array
  readonly begins: Uint32Array
}

function* numberTerms(vocabulary: Vocabulary): Steps<NumberedTerms> {
  const numbers = new Map<string, number>()
  const ofWords: number[] = []
  const begins = new Uint32Array(vocabulary.size + 1)
  for (let id = 0; id < vocabulary.size; id++) {
    const word = vocabulary.byId(id)
    for (const term of word ? termsOf(word) : []) {
      const number = numbers.get(term) ?? numbers.size
      numbers.set(term, number)
      ofWords.push(number)
    }
    begins[id + 1] = ofWords.length
    if (id % TERMS_AT_ONCE === 0) yield
  }
  return { terms: [...numbers.keys()], ofWords: new Uint32Array(ofWords), begins }
}

/** How often entries hold terms in a field. */
function* count(entries: readonly Entry[], numbered: NumberedTerms, textsIn: TextsIn) {
  const texts = entries.map(textsIn)
  const terms = numbered.terms.length
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
  return { tables, ends }
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
  { documents, frequencies }: FrequencyTables,
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
  entries: readonly Entry[],
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

function byPlace<T>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.entries())
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
