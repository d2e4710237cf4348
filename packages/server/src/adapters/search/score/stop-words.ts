import type { QueryGroup } from '../plan/query-plan.js'
import { type Candidate, shareOf, termWeights } from './find-candidates.js'
import type { ScoresByTerm } from './term-scores.js'

const STOP_WORD_WEIGHT = 0.2

/** Lets stop words tell candidates apart: "what is a ticket" and "a ticket" ask different things. */
export function addStopWords(
  scores: ScoresByTerm,
  stopWords: readonly QueryGroup[],
  candidates: readonly Candidate[],
  shares: readonly number[],
  size: number,
): void {
  const weights = termWeights(stopWords)
  if (weights.size === 0 || candidates.length === 0) return
  const sums = new Float64Array(size)
  for (const [term, weight] of weights) {
    const list = scores.of(term)
    for (let i = 0; i < list.documents.length; i++) {
      const number = list.documents[i] as number
      sums[number] = (sums[number] as number) + weight * (list.scores[i] as number)
    }
  }
  for (const candidate of candidates) {
    const own = STOP_WORD_WEIGHT * (sums[candidate.number] as number)
    candidate.score += shareOf(candidate.matched, shares) * own
  }
}
