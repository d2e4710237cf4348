import MiniSearch from 'minisearch'
import type { CountedTerms } from './count-terms.js'
import type { NumberedTexts } from './entry.js'
import { FIELDS, optionsFor } from './inverted-index.js'
import { createTermTable, type TermTable } from './term-table.js'
import type { Vocabulary } from './vocabulary.js'

/** Where MiniSearch finds a term. */
interface Kept {
  _index: TermTable
}

/**
 * An index of many entries at once, whose terms were counted. Adding entries one by one makes millions
 * of places in maps and takes many times as long.
 */
export function loadInvertedIndex(
  counted: CountedTerms,
  vocabulary: Vocabulary,
): MiniSearch<NumberedTexts> {
  const { numbers, titles, bodies } = counted
  // As MiniSearch counts: each word once, and the keywords as one.
  const lengths = Array.from(titles, (title, place) => [title, 1, bodies[place] as number])
  const index = MiniSearch.loadJS<NumberedTexts>(
    {
      documentCount: numbers.length,
      nextId: numbers.length,
      documentIds: byPlace(numbers),
      fieldIds: Object.fromEntries(FIELDS.map((field, at) => [field, at])),
      fieldLength: byPlace(lengths),
      averageFieldLength: FIELDS.map((_, at) => mean(lengths.map((own) => own[at] ?? 0))),
      storedFields: {},
      index: [],
      serializationVersion: 2,
    },
    optionsFor(vocabulary),
  )
  const kept = index as unknown as Kept
  kept._index = createTermTable(counted)
  return index
}

function byPlace<T>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.entries())
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
