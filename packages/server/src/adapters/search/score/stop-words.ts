import type MiniSearch from 'minisearch'
import type { Entry } from '../index/entry.js'
import { SCORING } from '../index/inverted-index.js'
import type { QueryGroup } from '../plan/query-plan.js'
import { type Candidate, shareOf, termWeights } from './find-candidates.js'

const STOP_WORD_WEIGHT = 0.2

/** Lets stop words tell candidates apart: "what is a ticket" and "a ticket" ask different things. */
export function addStopWords(
  index: MiniSearch<Entry>,
  stopWords: readonly QueryGroup[],
  candidates: readonly Candidate[],
  shares: readonly number[],
): void {
  const weights = termWeights(stopWords)
  if (weights.size === 0 || candidates.length === 0) return
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const results = index.search([...weights.keys()].join(' '), {
    ...SCORING,
    boostTerm: (term) => STOP_WORD_WEIGHT * (weights.get(term) ?? 0),
    boostDocument: (id) => (byId.has(id) ? 1 : 0),
  })
  for (const { id, score, queryTerms } of results) {
    const candidate = byId.get(id)
    if (!candidate) continue
    candidate.score += (shareOf(candidate.matched, shares) * score) / Math.max(1, queryTerms.length)
  }
}
