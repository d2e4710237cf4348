import type MiniSearch from 'minisearch'
import type { Entry } from '../index/entry.js'
import { SCORING } from '../index/inverted-index.js'
import type { QueryGroup, QueryPlan } from '../plan/query-plan.js'

/** A found document: bit g of `matched` is set when it holds group g of the plan. */
export interface Candidate {
  readonly id: string
  score: number
  readonly matched: number
}

export interface Candidates {
  /** Best first. */
  readonly found: Candidate[]
  /** How much of the query's information each group carries; together 1. */
  readonly shares: readonly number[]
}

/**
 * Finds every visible document that holds a word of the query, scored with MiniSearch's BM25+
 * times the share of the query's information that the document holds.
 */
export function findCandidates(
  index: MiniSearch<Entry>,
  { groups }: QueryPlan,
  isVisible: (id: string) => boolean,
): Candidates {
  const weights = termWeights(groups)
  const results = index.search([...weights.keys()].join(' '), {
    ...SCORING,
    boostTerm: (term) => weights.get(term) ?? 0,
    filter: (result) => isVisible(result.id),
  })
  const bits = termBits(groups)
  const found = results.map(({ id, score, queryTerms }): Candidate => {
    let matched = 0
    for (const term of queryTerms) matched |= bits.get(term) ?? 0
    // MiniSearch multiplies by the number of terms, which would reward guesses at one word.
    return { id, score: score / Math.max(1, queryTerms.length), matched }
  })
  const shares = informationShares(groups.length, found, index.documentCount)
  for (const candidate of found) candidate.score *= shareOf(candidate.matched, shares)
  return { found: found.sort(byScore), shares }
}

/** Highest first; equal ones in an order that does not depend on when they were put. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1)
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
  found: readonly Candidate[],
  documentCount: number,
): number[] {
  const holding = new Array<number>(groups).fill(0)
  for (const { matched } of found) {
    for (let g = 0; g < groups; g++) if (matched & (1 << g)) holding[g] = (holding[g] ?? 0) + 1
  }
  const idf = holding.map((n) => Math.log(1 + (documentCount - n + 0.5) / (n + 0.5)))
  const total = idf.reduce((sum, value) => sum + value, 0)
  return idf.map((value) => value / total)
}
