import type { Candidate } from './find-candidates.js'

/** All that were found and all that are pinned, nothing twice. */
export function withPinned(
  found: readonly Candidate[],
  pinned: readonly number[],
): readonly Candidate[] {
  if (pinned.length === 0) return found
  const numbers = new Set(found.map(({ number }) => number))
  const others = pinned.filter((number) => !numbers.has(number))
  return [...found, ...others.map((number) => ({ number, score: 0, matched: 0 }))]
}

/** Puts what the operator pinned before all others, in the operator's order. */
export function pinnedFirst(
  best: readonly Candidate[],
  asked: readonly Candidate[],
  pinned: readonly number[],
): readonly Candidate[] {
  if (pinned.length === 0) return best
  const score = best[0]?.score ?? 0
  const first = pinned.flatMap((number) => {
    const own = asked.find((candidate) => candidate.number === number)
    return own ? { ...own, score } : []
  })
  return [...first, ...best.filter(({ number }) => !pinned.includes(number))]
}
