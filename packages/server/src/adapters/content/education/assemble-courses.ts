import type { Rule } from '@waypost/sdk/contract'
import type { ContentDraft } from '../../../domain/education/content.js'
import type { ContentProblem } from '../../../domain/knowledge/article-draft.js'
import { actionWords } from './placed-words.js'
import type { CourseFile } from './read-course-file.js'
import type { LessonFile } from './read-lesson-file.js'

export interface AssembledCourses {
  readonly drafts: readonly ContentDraft[]
  readonly problems: readonly ContentProblem[]
}

/**
 * Courses with their lessons in their order. A course of which one file is broken is left out whole:
 * what stood there before stays, so that nobody finds a lesson short, or has finished without it.
 */
export function assembleCourses(
  courses: readonly CourseFile[],
  lessons: readonly LessonFile[],
  isBroken: (folder: string) => boolean,
): AssembledCourses {
  const problems: ContentProblem[] = []
  const drafts = courses.flatMap((one): readonly ContentDraft[] => {
    const { file, course } = one
    const own = lessons.filter((lesson) => lesson.file.folder === file.folder)
    if (!course || isBroken(file.folder)) return []
    if (own.length === 0) {
      const message = 'This course has no lessons; put one beside this file, as 01-begin.md.'
      problems.push({ file: file.path, severity: 'error', message })
      return []
    }
    const clash = own.find(
      (lesson, at) => own.findIndex((other) => other.lesson?.name === lesson.lesson?.name) < at,
    )
    if (clash) {
      const message = `The id "${clash.lesson?.name}" is taken by another lesson; give one of the two another.`
      problems.push({ file: clash.file.path, line: 1, severity: 'error', message })
      return []
    }
    return assemble(course, file.locale ?? 'en', file.path, own)
  })
  return { drafts, problems }
}

function assemble(
  { contentId, authored }: NonNullable<CourseFile['course']>,
  locale: string,
  place: string,
  files: readonly LessonFile[],
): readonly ContentDraft[] {
  const { audience, status, version, priority, when, title, next } = authored
  const head = {
    ...{ locale, audience, status, version, priority },
    when: (when ?? null) as Rule | null,
  }
  const lessons = files.flatMap(({ file, lesson }) =>
    lesson ? [{ ...lesson, id: `${contentId}/${lesson.name}`, place: file.path }] : [],
  )
  return [
    {
      ...head,
      ...{ kind: 'course', contentId, title, place },
      summary: authored.summary ?? null,
      icon: authored.icon ?? null,
      lessons: lessons.map(({ id, authored: { title: name }, minutes, quiz }) => ({
        ...{ id, title: name, minutes },
        questions: quiz?.questions.length ?? 0,
      })),
      requires: authored.requires,
      inOrder: authored.inOrder,
      next: next ? actionWords(next) : null,
      keywords: authored.keywords,
    },
    ...lessons.map(
      ({ id, place: at, authored: { title: name, keywords }, ...lesson }): ContentDraft => ({
        ...head,
        ...{ kind: 'lesson', contentId: id, title: name, place: at, courseId: contentId },
        ...{ minutes: lesson.minutes, markdown: lesson.markdown, body: lesson.body },
        ...{ video: lesson.video, quiz: lesson.quiz, keywords },
      }),
    ),
  ]
}
