import type { QueryGroup, QueryPlan } from '../plan/query-plan.js'
import type { ScoresByTerm } from './term-scores.js'

/** A found document: bit g of `matched` is set when it holds group g of the plan. */
export interface Candidate {
  /** Of the document. */
  readonly number: number
  score: number
  readonly matched: number
}

export interface Candidates {
  readonly found: Candidate[]
  /** How much of the query's information each group carries; together 1. */
  readonly shares: readonly number[]
}

/** What the documents of an index are told apart by. */
export interface DocumentTable {
  readonly count: number
  /** One above the highest number of a document. */
  readonly size: number
  isVisible(number: number): boolean
}

/**
 * Finds every visible document that holds a word of the query, in no order, scored with MiniSearch's
 * BM25+ times the share of the query's information that the document holds.
 */
export function findCandidates(
  scores: ScoresByTerm,
  { groups }: QueryPlan,
  documents: DocumentTable,
): Candidates {
  const bits = termBits(groups)
  const sums = new Float64Array(documents.size)
  const matched = new Uint32Array(documents.size)
  const numbers: number[] = []
  for (const [term, weight] of termWeights(groups)) {
    const own = bits.get(term) ?? 0
    const list = scores.of(term)
    for (let i = 0; i < list.documents.length; i++) {
      const number = list.documents[i] as number
      if (matched[number] === 0) {
        if (!documents.isVisible(number)) continue
        numbers.push(number)
      }
      matched[number] = (matched[number] as number) | own
      sums[number] = (sums[number] as number) + weight * (list.scores[i] as number)
    }
  }
  const shares = informationShares(groups.length, numbers, matched, documents.count)
  const shareByMatched = new Map<number, number>()
  const found = numbers.map((number): Candidate => {
    const own = matched[number] as number
    const share = shareByMatched.get(own) ?? shareOf(own, shares)
    shareByMatched.set(own, share)
    return { number, score: (sums[number] as number) * share, matched: own }
  })
  return { found, shares }
}

/** The weight of every term; where words of the query share a term the higher one. */
export function termWeights(groups: readonly QueryGroup[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { terms } of groups) {
    for (const [term, weight] of terms) {
      weights.set(term, Math.max(weight, weights.get(term) ?? 0))
    }
  }
  return weights
}

/** Together the shares of the groups whose bits are set. */
export function shareOf(matched: number, shares: readonly number[]): number {
  let share = 0
  for (let g = 0; g < shares.length; g++) {
    if (matched & (1 << g)) share += shares[g] as number
  }
  return share
}

function termBits(groups: readonly QueryGroup[]): Map<string, number> {
  const bits = new Map<string, number>()
  groups.forEach(({ terms }, g) => {
    for (const term of terms.keys()) bits.set(term, (bits.get(term) ?? 0) | (1 << g))
  })
  return bits
}

function informationShares(
  groups: number,
  numbers: readonly number[],
  matched: Uint32Array,
  documentCount: number,
): number[] {
  const holding = new Array<number>(groups).fill(0)
  for (const number of numbers) {
    let bits = matched[number] as number
    for (let g = 0; bits !== 0; g++, bits >>>= 1) {
      if (bits & 1) holding[g] = (holding[g] as number) + 1
    }
  }
  const idf = holding.map((n) => Math.log(1 + (documentCount - n + 0.5) / (n + 0.5)))
  const total = idf.reduce((sum, value) => sum + value, 0)
  return idf.map((value) => value / total)
}
