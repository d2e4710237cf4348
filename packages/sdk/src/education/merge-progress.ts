import type { Progress, StepProgress } from '../contract/progress.js'
import { furtherStep, rankOf } from './progress-ranks.js'

/**
 * How far one person is with a content, of which two places know: a visitor who gets a name, two devices.
 * Of two versions the newer one counts alone. Done comes before put away, skipped and begun; the earliest
 * moment stays. Merging again changes nothing.
 */
export function mergeProgress(a: Progress, b: Progress): Progress {
  if (a.version !== b.version) return a.version > b.version ? a : b
  const [first, second] = a.startedAt <= b.startedAt ? [a, b] : [b, a]
  return {
    contentId: a.contentId,
    kind: a.kind,
    version: a.version,
    state: rankOf(a.state) >= rankOf(b.state) ? a.state : b.state,
    steps: mergeSteps(first.steps, second.steps),
    startedAt: first.startedAt,
    completedAt: earlier(a.completedAt, b.completedAt),
    shownAt: later(a.shownAt, b.shownAt),
    shown: Math.max(a.shown, b.shown),
    score: better(a.score, b.score),
    updatedAt: later(a.updatedAt, b.updatedAt),
  }
}

function mergeSteps(first: readonly StepProgress[], second: readonly StepProgress[]) {
  const steps = new Map(first.map((step) => [step.id, step]))
  for (const step of second) {
    const known = steps.get(step.id)
    steps.set(step.id, known ? furtherStep(known, step) : step)
  }
  return [...steps.values()]
}

type Score = NonNullable<Progress['score']>

function better(a: Score | null, b: Score | null): Score | null {
  if (a === null || b === null) return a ?? b
  return a.right * b.of >= b.right * a.of ? a : b
}

function earlier<T extends string | null>(a: T, b: T): T {
  if (a === null || b === null) return a === null ? b : a
  return a <= b ? a : b
}

function later<T extends string | null>(a: T, b: T): T {
  return a === null || (b !== null && b > a) ? b : a
}
