import type MiniSearch from 'minisearch'
import type { QueryGroup } from '../plan/plan.js'

/** A document with what it matched: bit g is set for the group g of the plan. */
export interface Candidate {
  readonly id: string
  score: number
  readonly matched: number
}

const STOP_WORD_WEIGHT = 0.2
const OPTIONS = {
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
  prefix: false,
  fuzzy: false,
  boost: { title: 2, keywords: 2 },
  bm25: { k: 1.2, b: 0.85, d: 0.5 },
} as const

/**
 * Finds every document that holds a word of the query and scores it: BM25+ from MiniSearch, times
 * the share of the query's information that it holds.
 */
export function findCandidates(
  index: MiniSearch,
  groups: readonly QueryGroup[],
  isVisible: (id: string) => boolean,
  documentCount: number,
): Candidate[] {
  const bearing = groups.filter((group) => !group.isStopWord)
  const main = bearing.length > 0 ? bearing : groups
  const weights = weightsOf(main)
  const found = index.search([...weights.keys()].join(' '), {
    ...OPTIONS,
    boostTerm: (term) => weights.get(term) ?? 0,
    filter: (result) => isVisible(result.id),
  })
  const bits = bitsOf(main)
  const candidates = found.map(({ id, score, queryTerms }): Candidate => {
    let matched = 0
    for (const term of queryTerms) matched |= bits.get(term) ?? 0
    // MiniSearch multiplies by the number of matched terms; expansions would count as matches.
    return { id, score: score / Math.max(1, queryTerms.length), matched }
  })
  const shares = informationShares(main, candidates, documentCount)
  if (main === bearing) addStopWords(index, groups, candidates)
  for (const candidate of candidates) {
    let share = 0
    for (let g = 0; g < main.length; g++) {
      if (candidate.matched & (1 << g)) share += shares[g] as number
    }
    candidate.score *= share
  }
  return candidates.sort((a, b) => b.score - a.score)
}

/** Stop words tell found documents apart; they find none on their own. */
function addStopWords(
  index: MiniSearch,
  groups: readonly QueryGroup[],
  candidates: readonly Candidate[],
): void {
  const weights = weightsOf(groups.filter((group) => group.isStopWord))
  if (weights.size === 0 || candidates.length === 0) return
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const found = index.search([...weights.keys()].join(' '), {
    ...OPTIONS,
    boostTerm: (term) => STOP_WORD_WEIGHT * (weights.get(term) ?? 0),
    boostDocument: (id) => (byId.has(id) ? 1 : 0),
  })
  for (const { id, score, queryTerms } of found) {
    const candidate = byId.get(id)
    if (candidate) candidate.score += score / Math.max(1, queryTerms.length)
  }
}

function weightsOf(groups: readonly QueryGroup[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const group of groups) {
    for (const [term, weight] of group.terms) {
      weights.set(term, Math.max(weight, weights.get(term) ?? 0))
    }
  }
  return weights
}

function bitsOf(groups: readonly QueryGroup[]): Map<string, number> {
  const bits = new Map<string, number>()
  groups.forEach((group, g) => {
    for (const term of group.terms.keys()) bits.set(term, (bits.get(term) ?? 0) | (1 << g))
  })
  return bits
}

/** How much of the query's information each group carries: its idf, as a share of 1. */
function informationShares(
  groups: readonly QueryGroup[],
  candidates: readonly Candidate[],
  documentCount: number,
): number[] {
  const idf = groups.map((_, g) => {
    let documents = 0
    for (const { matched } of candidates) if (matched & (1 << g)) documents++
    return Math.log(1 + (documentCount - documents + 0.5) / (documents + 0.5))
  })
  const total = idf.reduce((sum, value) => sum + value, 0)
  return idf.map((value) => value / total)
}
