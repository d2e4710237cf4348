import MiniSearch from 'minisearch'
import type { Entry } from './entry.js'
import { FIELDS, optionsFor } from './inverted-index.js'
import type { Vocabulary } from './vocabulary.js'

/**
 * An index of many entries at once: written down as MiniSearch does itself, term by term, and read
 * in again. Adding them one by one jumps about in memory and takes several times as long.
 */
export function loadInvertedIndex(
  entries: readonly Entry[],
  vocabulary: Vocabulary,
): MiniSearch<Entry> {
  const occurrences = occurrencesByWord(entries, vocabulary.size)
  const lengths = entries.map(({ title, summary, text }) => [
    // As MiniSearch counts: each word once, and the keywords as one.
    ...[new Set(title).size, 1, new Set([...summary, ...text]).size],
  ])
  return MiniSearch.loadJS<Entry>(
    {
      documentCount: entries.length,
      nextId: entries.length,
      documentIds: byPlace(entries.map(({ number }) => number)),
      fieldIds: Object.fromEntries(FIELDS.map((field, at) => [field, at])),
      fieldLength: byPlace(lengths),
      averageFieldLength: FIELDS.map((_, at) => mean(lengths.map((own) => own[at] ?? 0))),
      storedFields: {},
      index: Array.from(vocabulary.terms(), (term) => [
        term,
        frequencies(Array.from(vocabulary.withTerm(term), ({ id }) => occurrences[id] ?? [])),
      ]),
      serializationVersion: 2,
    },
    optionsFor(vocabulary),
  )
}

/** For each word where it stands: the place of the entry times the number of fields, plus the field. */
function occurrencesByWord(entries: readonly Entry[], words: number): number[][] {
  const occurrences = Array.from({ length: words }, (): number[] => [])
  entries.forEach(({ title, keywords, summary, text }, place) => {
    const texts = [[title], [keywords], [summary, text]]
    texts.forEach((parts, field) => {
      const at = place * FIELDS.length + field
      for (const ids of parts) for (const id of ids) occurrences[id]?.push(at)
    })
  })
  return occurrences
}

/** How often each entry has the words, by field. */
function frequencies(
  occurrences: readonly (readonly number[])[],
): Record<string, Record<string, number>> {
  const found: Record<string, Record<string, number>> = {}
  for (const places of occurrences) {
    for (const at of places) {
      const field = at % FIELDS.length
      const place = (at - field) / FIELDS.length
      const own = (found[field] ??= {})
      own[place] = (own[place] ?? 0) + 1
    }
  }
  return found
}

function byPlace<T>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.entries())
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
