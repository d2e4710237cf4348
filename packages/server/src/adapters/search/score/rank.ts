import type { Entry } from '../index/entry.js'
import type { QueryPlan } from '../plan/query-plan.js'
import { bestOf } from './best-of.js'
import type { Candidate } from './candidate.js'
import { findCandidates, type VisibleDocuments } from './find-candidates.js'
import { pinnedFirst, withPinned } from './pinned-first.js'
import { prominence } from './prominence.js'
import { addStopWords } from './stop-words.js'
import type { ScoresByTerm } from './term-scores.js'
import type { WordMatches } from './word-matches.js'

/** How many of the best are read word by word; further down the order matters little. */
const READ = 50

export interface Ranking {
  /** All that were found, in no order. */
  readonly found: readonly number[]
  /** How many of them are asked for. */
  readonly total: number
  /** The first of those in order. */
  readonly best: readonly Candidate[]
  readonly shares: readonly number[]
}

/** What of the found documents is asked for, and how many of the best. */
export interface Wanted {
  readonly count: number
  /** Numbers of documents that come first, visible ones only. */
  readonly pinned: readonly number[]
  of(found: readonly number[]): readonly number[]
}

/** Finds the visible documents of a plan and orders the best of them. */
export function rank(
  termScores: ScoresByTerm,
  plan: QueryPlan,
  matches: WordMatches,
  entryOf: (number: number) => Entry,
  documents: VisibleDocuments,
  wanted: Wanted,
): Ranking {
  const candidates = findCandidates(termScores, plan, documents)
  const { scores, shares } = candidates
  const found = withPinned(candidates.numbers, wanted.pinned)
  const asked = wanted.of(found)
  const idOf = (number: number) => entryOf(number).document.articleId
  const byScore = (a: number, b: number) =>
    // Equal ones stand in an order that does not depend on when they were put.
    (scores[b] as number) - (scores[a] as number) || (idOf(a) < idOf(b) ? -1 : 1)
  const best = bestOf(asked, Math.max(READ, wanted.count), byScore)
  const read = best.slice(0, READ)
  addStopWords(termScores, plan.stopWords, read, candidates)
  for (const number of read) {
    const own = prominence(entryOf(number), matches, shares, plan.phrase)
    scores[number] = (scores[number] as number) * own
  }
  const candidateOf = (number: number): Candidate => ({
    number,
    score: scores[number] as number,
  })
  const ordered = best.sort(byScore).map(candidateOf)
  const pinned = wanted.of(wanted.pinned).map(candidateOf)
  return { found, total: asked.length, best: pinnedFirst(ordered, pinned), shares }
}
