import type { Candidate } from './find-candidates.js'

/** Puts what the operator pinned before all others, whether or not it was found; nothing stands twice. */
export function pinnedFirst(
  found: readonly Candidate[],
  pinned: readonly string[],
  isVisible: (id: string) => boolean,
): readonly Candidate[] {
  if (pinned.length === 0) return found
  const best = found[0]?.score ?? 0
  const first = [...new Set(pinned)].filter(isVisible).map((id): Candidate => {
    const own = found.find((candidate) => candidate.id === id)
    return { id, score: best, matched: own?.matched ?? 0 }
  })
  const ids = new Set(first.map(({ id }) => id))
  return [...first, ...found.filter(({ id }) => !ids.has(id))]
}
