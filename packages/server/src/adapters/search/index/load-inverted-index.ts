import MiniSearch from 'minisearch'
import type { Entry } from './entry.js'
import { Frequencies } from './frequencies.js'
import { FIELDS, optionsFor } from './inverted-index.js'
import type { Steps } from './steps.js'
import type { Vocabulary } from './vocabulary.js'
import { termsOf } from './word.js'

/** So many entries, and so many terms, are some milliseconds of work. */
const ENTRIES_AT_ONCE = 200
const TERMS_AT_ONCE = 2_000

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
  const lengths = entries.map(({ title, summary, text }) => [
    // As MiniSearch counts: each word once, and the keywords as one.
    ...[distinct(title), 1, distinct(summary, text)],
  ])
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
  const fields: ReadonlyArray<(entry: Entry) => readonly Uint32Array[]> = [
    ({ title }) => [title],
    ({ keywords }) => [keywords],
    ({ summary, text }) => [summary, text],
  ]
  const counted = []
  for (const textsIn of fields) counted.push(yield* count(entries, numbered, textsIn))
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

interface NumberedTerms {
  readonly terms: readonly string[]
  /** By number of word: the numbers of its terms. */
  readonly ofWord: readonly (readonly number[])[]
}

function* numberTerms(vocabulary: Vocabulary): Steps<NumberedTerms> {
  const numbers = new Map<string, number>()
  const ofWord: (readonly number[])[] = []
  for (let id = 0; id < vocabulary.size; id++) {
    const word = vocabulary.byId(id)
    ofWord.push(
      (word ? termsOf(word) : []).map((term) => {
        const number = numbers.get(term) ?? numbers.size
        numbers.set(term, number)
        return number
      }),
    )
    if (id % TERMS_AT_ONCE === 0) yield
  }
  return { terms: [...numbers.keys()], ofWord }
}

/** How often entries hold terms: a first pass measures the stretch of each term, a second fills it. */
function* count(
  entries: readonly Entry[],
  { terms, ofWord }: NumberedTerms,
  textsIn: (entry: Entry) => readonly Uint32Array[],
) {
  const lastPlace = new Int32Array(terms.length).fill(-1)
  const ends = new Uint32Array(terms.length)
  for (const [place, entry] of entries.entries()) {
    for (const ids of textsIn(entry)) {
      for (let at = 0; at < ids.length; at++) {
        for (const term of ofWord[ids[at] as number] as readonly number[]) {
          if (lastPlace[term] === place) continue
          lastPlace[term] = place
          ends[term] = (ends[term] as number) + 1
        }
      }
    }
    if (place % ENTRIES_AT_ONCE === 0) yield
  }
  let sum = 0
  // Where each stretch begins; filling moves it to where the stretch ends.
  for (let term = 0; term < ends.length; term++) {
    const length = ends[term] as number
    ends[term] = sum
    sum += length
  }
  const tables = { documents: new Uint32Array(sum), frequencies: new Uint32Array(sum) }
  const { documents, frequencies } = tables
  lastPlace.fill(-1)
  for (const [place, entry] of entries.entries()) {
    for (const ids of textsIn(entry)) {
      for (let at = 0; at < ids.length; at++) {
        for (const term of ofWord[ids[at] as number] as readonly number[]) {
          if (lastPlace[term] !== place) {
            lastPlace[term] = place
            const end = ends[term] as number
            documents[end] = place
            ends[term] = end + 1
          }
          const last = (ends[term] as number) - 1
          frequencies[last] = (frequencies[last] as number) + 1
        }
      }
    }
    if (place % ENTRIES_AT_ONCE === 0) yield
  }
  return { tables, ends }
}

function distinct(...texts: readonly Uint32Array[]): number {
  const seen = new Set<number>()
  for (const ids of texts) for (let at = 0; at < ids.length; at++) seen.add(ids[at] as number)
  return seen.size
}

function byPlace<T>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.entries())
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
