import { bestPassage } from '../excerpt/best-passage.js'
import { type ExcerptQuery, QUOTE } from '../excerpt/excerpt.js'
import type { Entry } from '../index/entry.js'
import type { QueryPlan } from '../plan/query-plan.js'
import type { Candidate } from './candidate.js'
import { shareOf } from './find-candidates.js'

/** How much of the query title and passage must hold together. */
const HELD = 0.8
/** By how much the best must lead the second. */
const LEAD = 1.5
/** A single word names a subject; it asks nothing. */
const LEAST_WORDS = 2

/**
 * The document whose passage answers the question, when the evidence is strong; better none than a
 * wrong one. On judged questions most of the shown answers are right, see docs/benchmarks.md.
 */
export function strongAnswer(
  found: readonly Candidate[],
  entryOf: (number: number) => Entry,
  { matched, shares }: ExcerptQuery,
  { asked, groups }: QueryPlan,
): Entry | undefined {
  const [best, second] = found
  if (!best || shares.length < LEAST_WORDS) return undefined
  if (second && best.score < LEAD * second.score) return undefined
  const entry = entryOf(best.number)
  const passage = bestPassage(entry, matched, shares, QUOTE)
  if (!passage) return undefined
  let held = passage.bits
  for (const id of entry.title) held |= matched[id] as number
  // A word that no document has was asked for, too, and so was the rest of one known in part.
  const parts = groups.filter(({ isPart }) => isPart).length
  const known = shares.length / (Math.max(shares.length, asked) + parts)
  return shareOf(held, shares) * known >= HELD ? entry : undefined
}
