import type { Entry } from '../index/entry.js'
import { raiseCloseness } from './closeness.js'
import { shareOf } from './find-candidates.js'
import type { WordMatches } from './word-matches.js'

const CLOSENESS_WEIGHT = 2
const TITLE_WEIGHT = 0.5
const EXACT_WEIGHT = 0.6

/**
 * By how much a document stands out among those with the same words, from 1: neighbours of the
 * query that stand near each other, a title that is the query, the very forms that were typed.
 */
export function prominence(
  entry: Entry,
  { matched, exact, exactShares }: WordMatches,
  shares: readonly number[],
): number {
  return (
    1 +
    CLOSENESS_WEIGHT * closenessOf(entry, matched, shares) +
    TITLE_WEIGHT * titleShare(entry.title, matched, shares) +
    EXACT_WEIGHT * shareOf(exactBits(entry, exact), exactShares)
  )
}

function closenessOf(entry: Entry, matched: Uint32Array, shares: readonly number[]): number {
  if (shares.length < 2) return 0
  const nearest = new Float64Array(shares.length - 1)
  for (const text of [entry.title, entry.summary, entry.text]) {
    raiseCloseness(text, matched, nearest)
  }
  let sum = 0
  let total = 0
  for (let pair = 0; pair < nearest.length; pair++) {
    const weight = (shares[pair] as number) + (shares[pair + 1] as number)
    sum += weight * (nearest[pair] as number)
    total += weight
  }
  return sum / total
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
