import type MiniSearch from 'minisearch'
import type { Entry } from '../index/entry.js'
import { FIELDS, SCORING } from '../index/inverted-index.js'
import { informationOf } from './information.js'

/** What every document that holds a term scores by it alone. */
export interface TermScores {
  /** Numbers of documents, in no order. */
  readonly documents: Uint32Array
  readonly scores: Float64Array
}

/** What MiniSearch keeps, by its own short numbers of documents and the places of fields. */
interface Kept {
  readonly _index: { get(term: string): FrequenciesByField | undefined }
  readonly _documentCount: number
  readonly _documentIds: ReadonlyMap<number, number>
  readonly _fieldLength: ReadonlyMap<number, readonly number[]>
  readonly _avgFieldLength: readonly number[]
}

type FrequenciesByField = ReadonlyMap<number, ReadonlyMap<number, number>>

/**
 * MiniSearch's scores by single terms, kept until a document changes. MiniSearch adds up what the
 * terms of a query score, so that adding up here gives the same. They are read from its tables
 * without its objects for each document: a common term stands in thousands of documents.
 */
export function createTermScores(index: () => MiniSearch<Entry>) {
  const known = new Map<string, TermScores>()
  /** By number of document; nothing but zeros between two readings. */
  let sums = new Float64Array(0)

  function read(term: string): TermScores {
    const kept = index() as unknown as Kept
    const documents: number[] = []
    FIELDS.forEach((field, place) => {
      const frequencies = kept._index.get(term)?.get(place)
      if (!frequencies) return
      const { b, d, k } = SCORING.bm25
      const idf = informationOf(frequencies.size, kept._documentCount)
      const average = kept._avgFieldLength[place] as number
      for (const [own, frequency] of frequencies) {
        const number = kept._documentIds.get(own) as number
        const length = (kept._fieldLength.get(own)?.[place] as number) / average
        const rate = (frequency * (k + 1)) / (frequency + k * (1 - b + b * length))
        if (number >= sums.length) sums = grown(sums, number)
        const before = sums[number] as number
        if (before === 0) documents.push(number)
        sums[number] = before + SCORING.boost[field] * idf * (d + rate)
      }
    })
    const scores = Float64Array.from(documents, (number) => sums[number] as number)
    for (const number of documents) sums[number] = 0
    return { documents: Uint32Array.from(documents), scores }
  }

  return {
    of(term: string): TermScores {
      const scores = known.get(term) ?? read(term)
      known.set(term, scores)
      return scores
    },
    forget(): void {
      known.clear()
    },
  }
}

function grown(sums: Float64Array, number: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * number + 1)
  larger.set(sums)
  return larger
}

export type ScoresByTerm = ReturnType<typeof createTermScores>
