import type { Education } from '../../contract/education.js'
import type { EducationState } from '../../contract/education-side.js'
import type { Progress } from '../../contract/progress.js'
import { applyContent, applyStep } from '../../education/apply-progress.js'
import type { PageFacts } from '../../education/facts.js'
import { holdsOnPage } from '../../education/holds-on-page.js'
import type { Change } from './create-pending.js'

export type Content = Education['tours' | 'tips' | 'checklists' | 'courses'][number]

export const contentsOf = ({ tours, tips, checklists, courses }: Education): Content[] => [
  ...tours,
  ...tips,
  ...checklists,
  ...courses,
]

/** How far somebody is when they have done what the change says. */
export function afterChange(
  before: Progress | undefined,
  { contentId, stepId, body, at }: Change,
): Progress {
  const of = { contentId, kind: body.kind, version: body.version ?? 1 }
  return stepId === undefined
    ? applyContent(before, { ...of, state: body.state }, new Date(at))
    : applyStep(before, { ...of, stepId, state: body.state }, new Date(at))
}

/** What was told, with what nobody has been told yet on top. */
export function seeState(
  education: Education,
  told: ReadonlyMap<string, Progress>,
  pending: readonly Change[],
  factsOf: (progress: EducationState['progress']) => PageFacts,
): EducationState {
  const progress = new Map(told)
  for (const change of pending) {
    progress.set(change.contentId, afterChange(progress.get(change.contentId), change))
  }
  const contents = contentsOf(education)
  for (const { id, version } of contents) {
    if ((progress.get(id)?.version ?? version) < version) progress.delete(id)
  }
  const facts = factsOf(progress)
  const shown = contents
    .filter(
      ({ id, kind, when }) => (kind !== 'tip' && progress.has(id)) || holdsOnPage(when, facts),
    )
    .map(({ id }) => id)
  return { education, progress, isShown: (contentId) => shown.includes(contentId) }
}
