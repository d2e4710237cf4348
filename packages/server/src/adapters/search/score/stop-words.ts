import type { QueryGroup } from '../plan/query-plan.js'
import { type Candidates, shareOf, termWeights } from './find-candidates.js'
import type { ScoresByTerm } from './term-scores.js'

const STOP_WORD_WEIGHT = 0.3

/** Lets stop words tell documents apart: "what is a ticket" and "a ticket" ask different things. */
export function addStopWords(
  termScores: ScoresByTerm,
  stopWords: readonly QueryGroup[],
  numbers: readonly number[],
  { scores, matched, shares }: Candidates,
): void {
  const weights = termWeights(stopWords)
  if (weights.size === 0 || numbers.length === 0) return
  const sums = new Float64Array(scores.length)
  for (const [term, weight] of weights) {
    const list = termScores.of(term)
    for (let i = 0; i < list.documents.length; i++) {
      const number = list.documents[i] as number
      sums[number] = (sums[number] as number) + weight * (list.scores[i] as number)
    }
  }
  for (const number of numbers) {
    const share = shareOf(matched[number] as number, shares)
    const own = STOP_WORD_WEIGHT * share * (sums[number] as number)
    scores[number] = (scores[number] as number) + own
  }
}
