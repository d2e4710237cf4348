import { bestPassage } from '../excerpt/best-passage.js'
import type { ExcerptQuery } from '../excerpt/excerpt.js'
import type { Entry } from '../index/entry.js'
import { shareOf } from './find-candidates.js'
import type { Candidate } from './rank.js'

/** How much of the query's information title and passage must hold together. */
const HELD = 0.95
/** By how much the best must lead the second. */
const LEAD = 1.5
/** A word or two name a subject; they ask nothing. */
const LEAST_WORDS = 2
/** Characters of a passage that can be read at a glance. */
const REACH = 240

/** The document that answers the question, when the evidence is strong; better none than a wrong one. */
export function strongAnswer(
  found: readonly Candidate[],
  entryOf: (number: number) => Entry,
  { matched, shares }: ExcerptQuery,
): Entry | undefined {
  const [best, second] = found
  if (!best || shares.length < LEAST_WORDS) return undefined
  if (second && best.score < LEAD * second.score) return undefined
  const entry = entryOf(best.number)
  const passage = bestPassage(entry, matched, shares, REACH)
  if (!passage) return undefined
  let held = passage.bits
  for (const id of entry.title) held |= matched[id] as number
  return shareOf(held, shares) >= HELD ? entry : undefined
}
