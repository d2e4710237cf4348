import type { Entry } from '../index/entry.js'
import type { QueryPlan } from '../plan/query-plan.js'
import { bestOf } from './best-of.js'
import { type Candidate, type DocumentTable, findCandidates } from './find-candidates.js'
import { pinnedFirst, withPinned } from './pinned-first.js'
import { prominence } from './prominence.js'
import { addStopWords } from './stop-words.js'
import type { ScoresByTerm } from './term-scores.js'
import type { WordMatches } from './word-matches.js'

/** How many of the best are read word by word; further down the order matters little. */
const READ = 50

export interface Ranking {
  /** All that were found, in no order. */
  readonly found: readonly Candidate[]
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
  includes(entry: Entry): boolean
}

/** Finds the visible documents of a plan and orders the best of them. */
export function rank(
  scores: ScoresByTerm,
  plan: QueryPlan,
  matches: WordMatches,
  entryOf: (number: number) => Entry,
  documents: DocumentTable,
  { count, pinned, includes }: Wanted,
): Ranking {
  const candidates = findCandidates(scores, plan, documents)
  const { shares } = candidates
  const found = withPinned(candidates.found, pinned)
  const asked = found.filter(({ number }) => includes(entryOf(number)))
  const idOf = ({ number }: Candidate) => entryOf(number).document.articleId
  const byScore = (a: Candidate, b: Candidate) =>
    // Equal ones stand in an order that does not depend on when they were put.
    b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1)
  const best = bestOf(asked, Math.max(READ, count), byScore)
  const read = best.slice(0, READ)
  addStopWords(scores, plan.stopWords, read, shares, documents.size)
  for (const candidate of read) {
    candidate.score *= prominence(entryOf(candidate.number), matches, shares)
  }
  const ordered = pinnedFirst(best.sort(byScore), asked, pinned)
  return { found, total: asked.length, best: ordered, shares }
}
