import type { Entry } from '../index/entry.js'
import { closenessOf } from './closeness.js'
import { shareOf } from './find-candidates.js'
import { holdsPhrase } from './holds-phrase.js'
import { openingShare } from './opening.js'
import type { WordMatches } from './word-matches.js'

const CLOSENESS_WEIGHT = 5
const OPENING_WEIGHT = 3
const EXACT_OPENING_WEIGHT = 2
const TITLE_WEIGHT = 0.5
const EXACT_WEIGHT = 0.6
/** Whose title holds the query word for word, small words included, is what was asked for. */
const NAMED = 2

/**
 * By how much a document stands out among those with the same words, from 1: words of the query
 * that stand near each other, an opening that is about them, a title that is the query, the very
 * forms that were typed.
 */
export function prominence(
  entry: Entry,
  { matched, exact, exactShares }: WordMatches,
  shares: readonly number[],
  phrase: string,
): number {
  const { title, summary, text } = entry
  const isNamed = holdsPhrase(entry, phrase)
  const sum =
    1 +
    CLOSENESS_WEIGHT * closenessOf([title, summary, text], matched, shares) +
    OPENING_WEIGHT * openingShare(entry, matched, shares, isNamed) +
    EXACT_OPENING_WEIGHT * openingShare(entry, exact, exactShares, isNamed) +
    TITLE_WEIGHT * titleShare(title, matched, shares) +
    EXACT_WEIGHT * shareOf(exactBits(entry, exact), exactShares)
  return isNamed ? NAMED * sum : sum
}

/** How much of the query the title holds, times how much of the title the query holds. */
function titleShare(title: Uint32Array, matched: Uint32Array, shares: readonly number[]): number {
  if (title.length === 0) return 0
  let asked = 0
  for (const id of title) if (matched[id] !== 0) asked++
  return (shareOf(bitsOf(title, matched), shares) * asked) / title.length
}

function exactBits({ title, keywords, summary, text }: Entry, exact: Uint32Array): number {
  return (
    bitsOf(title, exact) | bitsOf(keywords, exact) | bitsOf(summary, exact) | bitsOf(text, exact)
  )
}

function bitsOf(ids: Uint32Array, table: Uint32Array): number {
  let bits = 0
  for (let at = 0; at < ids.length; at++) bits |= table[ids[at] as number] as number
  return bits
}
