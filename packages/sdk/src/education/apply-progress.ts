import type { ContentChange, Progress, StepState } from '../contract/progress.js'
import type { ContentKind } from '../contract/targeting.js'
import { rankOf } from './progress-ranks.js'

/** What is begun or done, as it is known to whoever says so. */
export interface ProgressOf {
  readonly contentId: string
  readonly kind: ContentKind
  /** That of the content which the person has before them. */
  readonly version: number
}

/**
 * How far somebody is after a step. What is done stays so, whatever is said later; what belongs to an
 * older version changes nothing, and a newer one begins from nothing. The same object where nothing is new.
 */
export function applyStep(
  before: Progress | undefined,
  { stepId, state, ...of }: ProgressOf & { stepId: string; state: StepState },
  now: Date,
): Progress {
  if (isStale(before, of)) return before
  const progress = current(before, of, now)
  const at = now.toISOString()
  const step = progress.steps.find(({ id }) => id === stepId)
  if (step && rankOf(state) <= rankOf(step.state)) return progress
  const next = { id: stepId, state, at }
  const steps = step
    ? progress.steps.map((one) => (one === step ? next : one))
    : [...progress.steps, next]
  return { ...progress, steps, updatedAt: at }
}

/**
 * How far somebody is after a content as a whole was begun, done, put away and so on. What was skipped or
 * put away may be begun again; what is done stays done, until it is restarted.
 */
export function applyContent(
  before: Progress | undefined,
  { state, ...of }: ProgressOf & { state: ContentChange['state'] },
  now: Date,
): Progress {
  if (isStale(before, of)) return before
  const progress = current(before, of, now)
  const at = now.toISOString()
  if (state === 'shown')
    return { ...progress, shown: progress.shown + 1, shownAt: at, updatedAt: at }
  if (state === 'restarted') {
    if (progress.state === 'started' && progress.steps.length === 0) return progress
    return { ...progress, state: 'started', steps: [], startedAt: at, updatedAt: at }
  }
  if (progress.state === state || progress.state === 'completed') return progress
  const completedAt = state === 'completed' ? (progress.completedAt ?? at) : progress.completedAt
  return { ...progress, state, completedAt, updatedAt: at }
}

function isStale(before: Progress | undefined, { version }: ProgressOf): before is Progress {
  return before !== undefined && version < before.version
}

function current(before: Progress | undefined, of: ProgressOf, now: Date): Progress {
  if (before && before.version >= of.version) return before
  const at = now.toISOString()
  return {
    contentId: of.contentId,
    kind: of.kind,
    version: of.version,
    state: 'started',
    steps: [],
    startedAt: at,
    completedAt: null,
    shownAt: null,
    shown: 0,
    score: null,
    updatedAt: at,
  }
}
