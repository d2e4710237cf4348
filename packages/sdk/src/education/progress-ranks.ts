import type { Progress, StepProgress } from '../contract/progress.js'

const RANKS: Readonly<Record<Progress['state'], number>> = {
  started: 0,
  skipped: 1,
  dismissed: 2,
  completed: 3,
}

/** What says more of two: done, put away, skipped, begun. */
export const rankOf = (state: Progress['state']): number => RANKS[state]

/** The step as the one says that knows more; of two that know the same, the earlier. */
export function furtherStep(a: StepProgress, b: StepProgress): StepProgress {
  const difference = rankOf(a.state) - rankOf(b.state)
  if (difference !== 0) return difference > 0 ? a : b
  return a.at <= b.at ? a : b
}
