import type MiniSearch from 'minisearch'
import type { Entry } from '../index/entry.js'
import type { QueryPlan } from '../plan/query-plan.js'
import { byScore, type Candidates, findCandidates } from './find-candidates.js'
import { prominence } from './prominence.js'
import { addStopWords } from './stop-words.js'
import type { WordMatches } from './word-matches.js'

/** How many of the best are read word by word; further down the order matters little. */
const READ = 50

/** Finds and orders the visible documents of a plan. */
export function rank(
  index: MiniSearch<Entry>,
  plan: QueryPlan,
  matches: WordMatches,
  entryOf: (id: string) => Entry,
  isVisible: (entry: Entry) => boolean,
): Candidates {
  const { found, shares } = findCandidates(index, plan, (id) => isVisible(entryOf(id)))
  const best = found.slice(0, READ)
  addStopWords(index, plan.stopWords, best, shares)
  for (const candidate of best) {
    candidate.score *= prominence(entryOf(candidate.id), matches, shares)
  }
  return { found: found.sort(byScore), shares }
}
