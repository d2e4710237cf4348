import type { Tour } from '../contract/education.js'
import type { Progress } from '../contract/progress.js'
import type { PageFacts } from './facts.js'
import { holdsOnPage } from './holds-on-page.js'
import { isOnPage } from './is-on-page.js'

const DAY = 24 * 60 * 60 * 1000

/** What has gone before, and what goes on now. */
export interface History {
  progress: ReadonlyMap<string, Progress>
  /** Something has shown itself in this visit already: once is enough. */
  hasInterrupted: boolean
  /** The person is at something: the panel is open, a draft is begun, a tour runs. */
  isBusy: boolean
}

type Candidate = Pick<Tour, 'id' | 'version' | 'when' | 'priority' | 'auto' | 'frequency' | 'steps'>

/** What may show itself now: the most urgent, or nothing. Of two alike the first. */
export function choose<T extends Candidate>(
  contents: readonly T[],
  facts: Partial<PageFacts>,
  { progress, hasInterrupted, isBusy }: History,
): T | undefined {
  if (hasInterrupted || isBusy) return undefined
  return [...contents]
    .sort((a, b) => b.priority - a.priority)
    .find(
      (content) =>
        content.auto &&
        isDue(content, progress.get(content.id), facts.now) &&
        beginsHere(content, facts) &&
        holdsOnPage(content.when, facts),
    )
}

/** On the page of its first step: it would wait for one that nobody comes to. */
function beginsHere({ steps }: Candidate, { url }: Partial<PageFacts>): boolean {
  const [first] = steps
  return (
    first !== undefined && (first.page === null || (url !== undefined && isOnPage(url, first.page)))
  )
}

/** What is done or put away does not come back by itself; what was left may, as its author says. */
function isDue(
  { version, frequency: { days, most } }: Candidate,
  progress: Progress | undefined,
  now: Date | undefined,
): boolean {
  if (!progress || progress.version < version) return true
  const { state, shown, shownAt } = progress
  if (state === 'completed' || state === 'dismissed') return false
  // Somebody has begun it by themselves, perhaps elsewhere.
  if (!shownAt) return false
  if (shown >= (most ?? (days === undefined ? 1 : Number.POSITIVE_INFINITY))) return false
  return now !== undefined && now.getTime() - Date.parse(shownAt) >= (days ?? 0) * DAY
}
