import type { Rule } from '@waypost/sdk/contract'
import type { ContentDraft } from '../../../domain/education/content.js'
import { actionWords } from './placed-words.js'
import type { ReadLesson } from './read-lesson.js'
import type { AuthoredCourse } from './schemas/course-schema.js'

export interface CourseAt {
  readonly contentId: string
  readonly locale: string
  /** Where it stands, for people. */
  readonly place: string
}

export interface LessonAt extends ReadLesson {
  /** What stands behind its course's id and a slash. */
  readonly name: string
  readonly place: string
}

/** Why an id of a lesson cannot be; `undefined` where it can: an address of ours takes 200 characters. */
export function whyTooLong(courseId: string, name: string): string | undefined {
  if (`${courseId}/${name}`.length <= 200) return undefined
  return `The id of a lesson, with that of its course, has at most 200 characters; shorten "${name}" or "${courseId}".`
}

/** A course and its lessons, in one language and in their order. */
export function courseDrafts(
  { contentId, locale, place }: CourseAt,
  course: AuthoredCourse,
  lessons: readonly LessonAt[],
): readonly ContentDraft[] {
  const { audience, status, version, priority, when, title, next } = course
  const head = {
    ...{ locale, audience, status, version, priority },
    when: (when ?? null) as Rule | null,
  }
  const named = lessons.map((lesson) => ({ ...lesson, id: `${contentId}/${lesson.name}` }))
  return [
    {
      ...head,
      ...{ kind: 'course', contentId, title, place },
      summary: course.summary ?? null,
      icon: course.icon ?? null,
      lessons: named.map(({ id, authored: { title: name }, minutes, quiz }) => ({
        ...{ id, title: name, minutes },
        questions: quiz?.questions.length ?? 0,
      })),
      requires: course.requires,
      inOrder: course.inOrder,
      next: next ? actionWords(next) : null,
      keywords: course.keywords,
    },
    ...named.map(
      ({ id, place: at, authored: { title: name, keywords }, ...lesson }): ContentDraft => ({
        ...head,
        ...{ kind: 'lesson', contentId: id, title: name, place: at, courseId: contentId },
        ...{ minutes: lesson.minutes, markdown: lesson.markdown, body: lesson.body },
        ...{ video: lesson.video, quiz: lesson.quiz, keywords },
      }),
    ),
  ]
}
