import type { Checklist, Course, Tour } from '../contract/education.js'
import type { Progress } from '../contract/progress.js'

/** The ids of what a content is done by: steps, tasks or lessons. */
export const stepsOf = (content: StepsOf): string[] =>
  ('steps' in content ? content.steps : 'tasks' in content ? content.tasks : content.lessons).map(
    ({ id }) => id,
  )

type StepsOf = Pick<Tour, 'steps'> | Pick<Checklist, 'tasks'> | Pick<Course, 'lessons'>

/** Whether nothing is left of it. Of a course a lesson that was passed over is left. */
export function isAllDone(content: StepsOf, { steps }: Pick<Progress, 'steps'>): boolean {
  const behind = steps.filter(
    ({ state }) => state === 'completed' || (state === 'skipped' && !('lessons' in content)),
  )
  const ids = new Set(behind.map(({ id }) => id))
  return stepsOf(content).every((id) => ids.has(id))
}
