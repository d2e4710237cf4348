import type { Course, LessonSummary } from '../contract/education.js'
import type { Progress } from '../contract/progress.js'
import type { PageFacts } from './facts.js'

export interface CourseProgress {
  /** Lessons that are done. */
  done: number
  of: number
  /** Of the lessons that are left. */
  minutesLeft: number
  /** The lesson to go on with; none where all are done, or where none may be begun yet. */
  next: LessonSummary | undefined
  isDone(lessonId: string): boolean
  /** Whether something else comes before it. */
  isLocked(lessonId: string): boolean
  /** Courses that come before this one and are not done. */
  requires: readonly string[]
}

/** How far somebody is with a course. `state` says how far with those that it requires. */
export function progressOfCourse(
  course: Pick<Course, 'lessons' | 'version' | 'requires' | 'inOrder'>,
  progress: Progress | undefined,
  state: PageFacts['state'] = () => 'unseen',
): CourseProgress {
  const { lessons, version, inOrder } = course
  const steps = progress && progress.version >= version ? progress.steps : []
  const states = new Map(steps.map((step) => [step.id, step.state]))
  const isDone = (id: string) => states.get(id) === 'completed'
  const requires = course.requires.filter((id) => state(id) !== 'completed')
  /** The first that is neither done nor passed over: in order, all behind it wait. */
  const gate = lessons.findIndex(({ id }) => !isDone(id) && states.get(id) !== 'skipped')
  const isLocked = (id: string) => {
    if (isDone(id)) return false
    const at = lessons.findIndex((lesson) => lesson.id === id)
    return requires.length > 0 || (inOrder && gate >= 0 && at > gate)
  }
  const left = lessons.filter(({ id }) => !isDone(id))
  return {
    done: lessons.length - left.length,
    of: lessons.length,
    minutesLeft: left.reduce((sum, { minutes }) => sum + minutes, 0),
    // Those that were passed over come last.
    next: [lessons[gate], ...left].find((lesson) => lesson && !isLocked(lesson.id)),
    isDone,
    isLocked,
    requires,
  }
}
