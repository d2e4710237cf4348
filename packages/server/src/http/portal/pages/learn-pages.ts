import { WaypostError } from '@waypost/sdk/contract'
import type { Attempts } from '../../../domain/education/attempts.js'
import type { ContentOf } from '../../../domain/education/content.js'
import type { ProseDeps } from '../draw-prose.js'
import { courseView } from '../learning/course-view.js'
import {
  beginLearner,
  type FindLearnerDeps,
  findLearner,
  type PortalLearner,
} from '../learning/find-learner.js'
import { learnView } from '../learning/learn-view.js'
import { lessonView } from '../learning/lesson-view.js'
import { readAnswers } from '../learning/read-answers.js'
import {
  type ReadCourse,
  type ReadCoursesDeps,
  readCourses,
  readProgress,
} from '../learning/read-courses.js'
import type { PageView, PortalPage, Visit } from '../page.js'
import { readForm } from '../read-form.js'
import { redirect } from '../send-page.js'

export interface LearnPagesDeps extends ProseDeps, FindLearnerDeps, ReadCoursesDeps {
  attempts: Attempts
}

interface FoundLesson {
  readonly read: ReadCourse
  readonly courses: readonly ReadCourse[]
  readonly lesson: ContentOf<'lesson'>
}

const LESSON = '/courses/:course/:lesson'

/** Courses as pages: all of them, one, and a lesson with its quiz; without any script. */
export function learnPages(deps: LearnPagesDeps): PortalPage[] {
  const { education, progress, attempts } = deps

  return [
    {
      method: 'GET',
      path: '/learn',
      budget: 'getEducation',
      async answer(visit) {
        const learner = await findLearner(deps, visit)
        const courses = await readCourses(deps, visit, learner)
        return learnView(visit, { courses, learner, canSignIn: visit.canAsk })
      },
    },
    {
      method: 'GET',
      path: '/courses/:course',
      budget: 'getCourse',
      async answer(visit) {
        const learner = await findLearner(deps, visit)
        const { read, courses } = await findCourse(visit, learner)
        return courseView(visit, { read, courses, learner })
      },
    },
    {
      method: 'GET',
      path: LESSON,
      budget: 'getLesson',
      async answer(visit) {
        const learner = await findLearner(deps, visit)
        const found = await findLesson(visit, learner)
        if (!found) return toCourse(visit)
        return lessonView(deps, visit, { ...found, isOwn: learner !== undefined })
      },
    },
    {
      method: 'POST',
      path: LESSON,
      budget: 'createAttempt',
      async answer(visit) {
        const form = await readForm(visit.request)
        const known = await findLearner(deps, visit)
        const before = await findLesson(visit, known)
        if (!before) return toCourse(visit)
        const { lesson } = before
        const act = form.get('act')
        const posted = act === 'check' && lesson.quiz ? readAnswers(form, lesson.quiz) : undefined
        if (posted && posted.missing.length > 0) {
          const view = await lessonView(deps, visit, { ...before, posted, isOwn: true })
          return { ...view, status: 422 }
        }
        const { learner, cookie } = known
          ? { learner: known, cookie: undefined }
          : await beginLearner(deps, visit)
        const headers: Record<string, string> = cookie === undefined ? {} : { 'Set-Cookie': cookie }
        const by = { locale: visit.locale.tag, origin: null }
        const { actor } = learner
        if (!posted) {
          const state = act === 'skip' || lesson.quiz ? 'skipped' : 'completed'
          await progress.setStep(
            actor,
            lesson.courseId,
            lesson.contentId,
            { kind: 'course', state },
            by,
          )
          return onward(visit, await readAgain(before, learner), lesson, headers)
        }
        const answers = { answers: posted.given }
        const { outcome } = await attempts.answer(actor, lesson.contentId, answers, by)
        const read = await readAgain(before, learner)
        const view: PageView = await lessonView(deps, visit, { read, lesson, outcome, isOwn: true })
        return { ...view, headers }
      },
    },
  ]

  /** To the lesson behind this one, or to the course where that was the last. */
  function onward(
    { paths, locale }: Visit,
    read: ReadCourse,
    { courseId, contentId }: ContentOf<'lesson'>,
    headers: Readonly<Record<string, string>>,
  ): Response {
    const { lessons } = read.course
    const after = lessons[lessons.findIndex(({ id }) => id === contentId) + 1]
    const path =
      after && !read.how.isLocked(after.id)
        ? paths.lesson(locale.tag, courseId, after.id)
        : paths.course(locale.tag, courseId)
    return redirect(path, 'after-post', headers)
  }

  /** The course after something was done in it: the courses are those of before, the progress is not. */
  async function readAgain(
    { read, courses }: { read: ReadCourse; courses: readonly ReadCourse[] },
    learner: PortalLearner,
  ): Promise<ReadCourse> {
    const all = courses.map(({ course }) => course)
    const now = await readProgress(deps, all, learner)
    return now[courses.indexOf(read)] ?? read
  }

  async function findCourse(visit: Visit, learner: PortalLearner | undefined) {
    const courses = await readCourses(deps, visit, learner)
    const read = courses.find(({ course }) => course.contentId === visit.params.course)
    if (!read) throw new WaypostError('not_found')
    return { read, courses }
  }

  /** The lesson that an address names; `undefined` where something else comes first. */
  async function findLesson(
    visit: Visit,
    learner: PortalLearner | undefined,
  ): Promise<FoundLesson | undefined> {
    const { read, courses } = await findCourse(visit, learner)
    const id = `${visit.params.course}/${visit.params.lesson}`
    if (!read.course.lessons.some((one) => one.id === id)) throw new WaypostError('not_found')
    if (read.how.isLocked(id)) return undefined
    const actor = learner?.actor ?? visit.actor
    const { content } = await education.lesson(actor, id, visit.locale.tag)
    return { read, courses, lesson: content }
  }
}

const toCourse = ({ paths, locale, params }: Visit): Response =>
  redirect(paths.course(locale.tag, params.course ?? ''), 'for-now')
