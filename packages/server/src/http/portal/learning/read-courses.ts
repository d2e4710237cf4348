import type { Progress } from '@waypost/sdk/contract'
import { type CourseProgress, progressOfCourse } from '@waypost/sdk/education'
import type { ContentOf } from '../../../domain/education/content.js'
import type { EducationRoom } from '../../../domain/education/education.js'
import type { ProgressRoom } from '../../../domain/education/progress.js'
import type { Visit } from '../page.js'
import type { PortalLearner } from './find-learner.js'

export interface ReadCoursesDeps {
  education: EducationRoom
  progress: ProgressRoom
}

/** A course and how far the reader is with it. */
export interface ReadCourse {
  readonly course: ContentOf<'course'>
  readonly how: CourseProgress
  /** What is kept of it; `undefined` before it is begun. */
  readonly progress: Progress | undefined
  /** When all of it was done. */
  readonly completedAt: string | null
}

/** Every course that the reader may take, in its order. */
export async function readCourses(
  { education, progress }: ReadCoursesDeps,
  visit: Visit,
  learner: PortalLearner | undefined,
): Promise<readonly ReadCourse[]> {
  const seen = await education.overview(learner?.actor ?? visit.actor, visit.locale.tag)
  const kept = learner ? await progress.list(learner.actor) : []
  const known = new Map(kept.map((one) => [one.contentId, one.progress]))
  const state = (id: string) => known.get(id)?.state ?? 'unseen'
  return seen.flatMap(({ content }): ReadCourse[] => {
    if (content.kind !== 'course') return []
    const own = known.get(content.contentId)
    const how = progressOfCourse(content, own, state)
    const isDone = how.of > 0 && how.done === how.of
    return [
      {
        course: content,
        how,
        progress: own,
        completedAt: isDone ? (own?.completedAt ?? null) : null,
      },
    ]
  })
}
