import type { Course, Education, Lesson } from '../contract/education.js'
import type { WaypostError } from '../contract/errors.js'
import type { List } from '../contract/fields.js'
import type { ContentChange, Progress, StepChange } from '../contract/progress.js'
import type { Attempt, NewAttempt } from '../contract/quiz.js'
import type { educationRoutes } from '../contract/routes.js'
import type { ContentKind } from '../contract/targeting.js'
import type { AccessOptions } from './call.js'
import type { Client } from './client.js'
import type { LocaleOptions } from './in-locale.js'
import type { ChangeOptions } from './transport.js'

/** Not those of the table, which would bring that along. */
const routes: typeof educationRoutes = {
  getEducation: { method: 'GET', path: '/v1/education' },
  getCourse: { method: 'GET', path: '/v1/courses/{id}' },
  getLesson: { method: 'GET', path: '/v1/lessons/{id}' },
  createAttempt: { method: 'POST', path: '/v1/lessons/{id}/attempts' },
  listProgress: { method: 'GET', path: '/v1/progress' },
  setProgress: { method: 'PUT', path: '/v1/progress/{contentId}' },
  setStepProgress: { method: 'PUT', path: '/v1/progress/{contentId}/steps/{stepId}' },
}

export interface EducationOptions extends AccessOptions, LocaleOptions {
  /** `true` starts a session where there is none: so the host is asked who is here. */
  session?: boolean
}
/** With the language in which it is read, which the team's counts go by. */
export interface EducationChangeOptions extends AccessOptions, ChangeOptions, LocaleOptions {}

export interface CompleteOptions extends EducationChangeOptions {
  /** A step of a tour, a task of a checklist, a lesson of a course; all of it unless said. */
  step?: string
}

type Room = ReturnType<typeof createEducation>

/** What a page calls on the client of its widget, which brings it when it is needed. */
export interface EducationClient {
  readonly education: Room
  readonly progress: Room['progress']
}

/**
 * Courses, checklists, tours and tips, and how far the caller is: apart, so that only a page that shows
 * some of it carries it. `createEducation(client).progress.list()`.
 */
export function createEducation({ call }: Pick<Client, 'call'>) {
  // It is for nobody without a session, and may be the last thing that a page does.
  const change = { session: true }
  /** How far the caller is; who has no session yet gets one with the first change. */
  const progress = {
    /** Empty for who has no session. */
    list: (options?: EducationOptions): Promise<List<Progress>> =>
      call('listProgress', options, routes.listProgress).catch((error: WaypostError) => {
        if (error.status !== 401) throw error
        return { items: [], nextCursor: null }
      }),

    set: (
      contentId: string,
      body: ContentChange,
      options?: EducationChangeOptions,
    ): Promise<Progress> =>
      call(
        'setProgress',
        { ...change, ...options },
        { ...routes.setProgress, params: { contentId }, body, keepalive: true },
      ),

    setStep: (
      contentId: string,
      stepId: string,
      body: StepChange,
      options?: EducationChangeOptions,
    ): Promise<Progress> =>
      call(
        'setStepProgress',
        { ...change, ...options },
        { ...routes.setStepProgress, params: { contentId, stepId }, body, keepalive: true },
      ),

    /** Says that a content is done, or a step of it; saying it again changes nothing. */
    complete(
      kind: ContentKind,
      contentId: string,
      { step, ...options }: CompleteOptions = {},
    ): Promise<Progress> {
      const body = { kind, state: 'completed' } as const
      return step
        ? progress.setStep(contentId, step, body, options)
        : progress.set(contentId, body, options)
    },
  }

  return {
    /** All that the caller may see on a page of the host. */
    get: (options?: EducationOptions): Promise<Education> =>
      call('getEducation', options, routes.getEducation),

    course: (id: string, options?: EducationOptions): Promise<Course> =>
      call('getCourse', options, { ...routes.getCourse, params: { id } }),

    lesson: (id: string, options?: EducationOptions): Promise<Lesson> =>
      call('getLesson', options, { ...routes.getLesson, params: { id } }),

    /** Answers questions of a lesson's quiz, some or all; says what is right and why. */
    attempt: (
      lessonId: string,
      body: NewAttempt,
      options?: EducationChangeOptions,
    ): Promise<Attempt> =>
      call(
        'createAttempt',
        { ...change, ...options },
        { ...routes.createAttempt, params: { id: lessonId }, body },
      ),

    progress,
  }
}
