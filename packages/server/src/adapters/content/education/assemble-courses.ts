import type { Work } from '../../../domain/education/manuscript.js'
import type { ContentProblem } from '../../../domain/knowledge/article-draft.js'
import { courseDrafts, whyTooLong } from './course-drafts.js'
import type { CourseFile } from './read-course-file.js'
import type { LessonFile } from './read-lesson-file.js'

export interface AssembledCourses {
  readonly works: readonly Work[]
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
  const works = courses.flatMap((one): readonly Work[] => {
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
    const long = own.flatMap(({ file: { path }, lesson }) => {
      const message = lesson && whyTooLong(course.contentId, lesson.name)
      return message ? [{ file: path, line: 1, severity: 'error' as const, message }] : []
    })
    problems.push(...long)
    if (long.length > 0) return []
    return [workOf(course, file.locale ?? 'en', file.path, own)]
  })
  return { works, problems }
}

function workOf(
  { contentId, authored, yaml }: NonNullable<CourseFile['course']>,
  locale: string,
  place: string,
  files: readonly LessonFile[],
): Work {
  const lessons = files.flatMap(({ file, lesson }) =>
    lesson ? [{ ...lesson, place: file.path }] : [],
  )
  const { id: _, ...said } = yaml.value as Record<string, unknown>
  return {
    ...{ kind: 'course', contentId, locale, place },
    written: {
      ...said,
      lessons: lessons.map(({ name: id, yaml: { value }, markdown: body }) => ({
        ...(value as object),
        ...{ id, body },
      })),
    },
    drafts: courseDrafts({ contentId, locale, place }, authored, lessons),
  }
}
