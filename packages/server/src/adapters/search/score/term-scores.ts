import type MiniSearch from 'minisearch'
import type { NumberedTexts } from '../index/entry.js'
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

/** The same by short number in arrays, which are several times as quick to look up. */
interface Tables {
  readonly kept: Kept
  /** The numbers of the documents. */
  readonly numbers: Uint32Array
  /** By field, over their mean. */
  readonly lengths: readonly Float64Array[]
  /** By number of document; nothing but zeros between two readings. */
  readonly sums: Float64Array
}

/**
 * MiniSearch's scores by single terms, kept until a document changes. MiniSearch adds up what the
 * terms of a query score, so that adding up here gives the same. They are read from its tables
 * without its objects for each document: a common term stands in thousands of documents.
 */
export function createTermScores(index: () => MiniSearch<NumberedTexts>) {
  const known = new Map<string, TermScores>()
  let tables: Tables | undefined

  return {
    of(term: string): TermScores {
      tables ??= tablesOf(index() as unknown as Kept)
      const scores = known.get(term) ?? read(term, tables)
      known.set(term, scores)
      return scores
    },
    forget(): void {
      known.clear()
      tables = undefined
    },
  }
}

function tablesOf(kept: Kept): Tables {
  let size = 0
  let highest = 0
  for (const [own, number] of kept._documentIds) {
    size = Math.max(size, own + 1)
    highest = Math.max(highest, number)
  }
  const numbers = new Uint32Array(size)
  const lengths = FIELDS.map(() => new Float64Array(size))
  for (const [own, number] of kept._documentIds) {
    numbers[own] = number
    const ownLengths = kept._fieldLength.get(own)
    lengths.forEach((table, place) => {
      table[own] = (ownLengths?.[place] ?? 0) / (kept._avgFieldLength[place] as number)
    })
  }
  return { kept, numbers, lengths, sums: new Float64Array(highest + 1) }
}

function read(term: string, { kept, numbers, lengths, sums }: Tables): TermScores {
  const { b, d, k } = SCORING.bm25
  const byField = kept._index.get(term)
  const documents: number[] = []
  FIELDS.forEach((field, place) => {
    const frequencies = byField?.get(place)
    if (!frequencies) return
    const weight = SCORING.boost[field] * informationOf(frequencies.size, kept._documentCount)
    const length = lengths[place] as Float64Array
    frequencies.forEach((frequency, own) => {
      const number = numbers[own] as number
      const norm = k * (1 - b + b * (length[own] as number))
      const before = sums[number] as number
      if (before === 0) documents.push(number)
      sums[number] = before + weight * (d + (frequency * (k + 1)) / (frequency + norm))
    })
  })
  const scores = new Float64Array(documents.length)
  documents.forEach((number, at) => {
    scores[at] = sums[number] as number
    sums[number] = 0
  })
  return { documents: new Uint32Array(documents), scores }
}

export type ScoresByTerm = ReturnType<typeof createTermScores>
