import type { Candidate } from './candidate.js'

/** All that were found and all that are pinned, nothing twice. */
export function withPinned(found: readonly number[], pinned: readonly number[]): readonly number[] {
  if (pinned.length === 0) return found
  return [...new Set([...found, ...pinned])]
}

/** Puts what the operator pinned before all others, in the operator's order. */
export function pinnedFirst(
  best: readonly Candidate[],
  pinned: readonly Candidate[],
): readonly Candidate[] {
  if (pinned.length === 0) return best
  const score = best[0]?.score ?? 0
  const numbers = new Set(pinned.map(({ number }) => number))
  const others = best.filter(({ number }) => !numbers.has(number))
  return [...pinned.map((candidate) => ({ ...candidate, score })), ...others]
}
