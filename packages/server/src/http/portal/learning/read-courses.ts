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
  deps: ReadCoursesDeps,
  visit: Visit,
  learner: PortalLearner | undefined,
): Promise<readonly ReadCourse[]> {
  const seen = await deps.education.overview(learner?.actor ?? visit.actor, visit.locale.tag)
  const courses = seen.flatMap(({ content }) => (content.kind === 'course' ? [content] : []))
  return readProgress(deps, courses, learner)
}

/** The same courses, and how far the reader is by now. */
export async function readProgress(
  { progress }: Pick<ReadCoursesDeps, 'progress'>,
  courses: readonly ContentOf<'course'>[],
  learner: PortalLearner | undefined,
): Promise<readonly ReadCourse[]> {
  const kept = learner ? await progress.list(learner.actor) : []
  const known = new Map(kept.map((one) => [one.contentId, one.progress]))
  const state = (id: string) => known.get(id)?.state ?? 'unseen'
  return courses.map((course) => {
    const own = known.get(course.contentId)
    const how = progressOfCourse(course, own, state)
    const isDone = how.of > 0 && how.done === how.of
    const completedAt = isDone ? (own?.completedAt ?? null) : null
    return { course, how, progress: own, completedAt }
  })
}
