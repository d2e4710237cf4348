import type { QueryGroup, QueryPlan } from '../plan/query-plan.js'
import { informationOf, sharesOf } from './information.js'
import type { ScoresByTerm } from './term-scores.js'

/** The found documents, as tables by their numbers: there may be thousands. */
export interface Candidates {
  /** Of all that were found, in no order. */
  readonly numbers: readonly number[]
  readonly scores: Float64Array
  /** Bit g is set for a document that holds group g of the plan. */
  readonly matched: Uint32Array
  /** How much of the query's information each group carries; together 1. */
  readonly shares: readonly number[]
}

/** The documents that there are for a reader. */
export interface VisibleDocuments {
  readonly count: number
  /** One above the highest number of a document. */
  readonly size: number
  isVisible(number: number): boolean
}

/**
 * Finds every visible document that holds a word of the query, scored with MiniSearch's BM25+ times
 * the share of the query's information that the document holds.
 */
export function findCandidates(
  termScores: ScoresByTerm,
  { groups }: QueryPlan,
  { count, size, isVisible }: VisibleDocuments,
): Candidates {
  const bits = termBits(groups)
  const scores = new Float64Array(size)
  const matched = new Uint32Array(size)
  const numbers: number[] = []
  for (const [term, weight] of termWeights(groups)) {
    const own = bits.get(term) ?? 0
    const list = termScores.of(term)
    for (let i = 0; i < list.documents.length; i++) {
      const number = list.documents[i] as number
      const before = matched[number] as number
      if (before === 0) {
        if (!isVisible(number)) continue
        numbers.push(number)
      }
      matched[number] = before | own
      scores[number] = (scores[number] as number) + weight * (list.scores[i] as number)
    }
  }
  const shares = informationShares(groups.length, numbers, matched, count)
  const shareByMatched = new Map<number, number>()
  for (const number of numbers) {
    const own = matched[number] as number
    const share = shareByMatched.get(own) ?? shareOf(own, shares)
    shareByMatched.set(own, share)
    scores[number] = (scores[number] as number) * share
  }
  return { numbers, scores, matched, shares }
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
  return sharesOf(holding.map((n) => informationOf(n, documentCount)))
}
