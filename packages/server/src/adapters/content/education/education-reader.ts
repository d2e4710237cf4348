import type { ContentKind } from '@waypost/sdk/contract'
import type { EducationFolder } from '../../../domain/education/content-source.js'
import type { ContentProblem } from '../../../domain/knowledge/article-draft.js'
import type { RichTextReader } from '../../../domain/rich-text.js'
import { filmTypes } from '../../../foundation/film-types.js'
import { imageTypes } from '../../../foundation/image-types.js'
import { deadImages } from '../check-references.js'
import { createFileCache } from '../file-cache.js'
import { createFolderEntries } from '../folder-entries.js'
import { assembleCourses } from './assemble-courses.js'
import { type CheckedFile, checkEducation, contentClashes } from './check-education.js'
import {
  type EducationFile,
  listEducationFiles,
  type PlacedEducationFile,
} from './education-files.js'
import { hasErrors, type ReadFile } from './file-desk.js'
import { readCourseFile } from './read-course-file.js'
import { readLessonFile } from './read-lesson-file.js'
import { readPlacedFile } from './read-placed-file.js'

export interface ReadEducation extends EducationFolder {
  readonly problems: readonly ContentProblem[]
  /** All that its files mean to be, those that cannot be read too. */
  readonly contents: ReadonlyMap<string, ContentKind>
}

/** Reads what a content folder holds for education, again and again: only what changed is parsed. */
export function createEducationReader(richText: RichTextReader) {
  const readPlaced = createFileCache(
    (file: PlacedEducationFile) => readPlacedFile(file, richText),
    broken,
  )
  const readCourses = createFileCache(
    (file: EducationFile) => readCourseFile(file, richText),
    broken,
  )
  const readLessons = createFileCache(
    (file: EducationFile) => readLessonFile(file, richText),
    broken,
  )

  return async (
    root: string,
    articles: ReadonlyMap<string, ReadonlySet<string>>,
  ): Promise<ReadEducation> => {
    const entries = createFolderEntries(root)
    const { files, locales, problems: listed } = await listEducationFiles(entries)
    const ofKind = (...kinds: readonly ContentKind[]) =>
      files.filter(({ kind }) => kinds.includes(kind))
    const placed = await readPlaced(files.filter(isPlaced))
    const courses = await readCourses(ofKind('course'))
    const lessons = await readLessons(ofKind('lesson'))
    const all = [...placed, ...courses, ...lessons]

    const clashes = contentClashes([
      ...placed.map(({ file, placed: said }) => ({
        file,
        contentId: said?.contentId ?? file.name,
      })),
      ...courses.map(({ file, course }) => ({ file, contentId: course?.contentId ?? file.name })),
    ])
    const isOut = (file: EducationFile) => clashes.some((clash) => clash.file.path === file.path)
    const errors = [...listed, ...all.flatMap(({ problems }) => problems)].filter(
      ({ severity }) => severity === 'error',
    )
    const isBroken = (folder: string) =>
      errors.some(({ file }) => file === folder || file.startsWith(`${folder}/`))
    const kept = courses.filter(({ file }) => !isOut(file))
    const assembled = assembleCourses(kept, lessons, isBroken)
    const inLocales = locales.length > 0 ? locales : ['en']
    const works = [
      ...placed
        .filter(({ file }) => !isOut(file))
        .flatMap((one) => one.placed?.workIn(inLocales) ?? []),
      ...assembled.works,
    ]

    const checked: readonly CheckedFile[] = [
      ...placed.flatMap((one) => (one.placed ? [{ ...one, ...one.placed }] : [])),
      ...courses.flatMap((one) => (one.course ? [{ ...one, ...one.course }] : [])),
      ...lessons.flatMap((one) =>
        one.lesson ? [{ ...one, ...one.lesson, contentId: one.lesson.name }] : [],
      ),
    ]
    const contents = new Map<string, ContentKind>([
      ...files
        .map(({ name, kind }) => [name, kind] as const)
        .filter(([, kind]) => kind !== 'lesson'),
      ...checked.flatMap(({ contentId, file: { kind } }) =>
        kind === 'lesson' ? [] : [[contentId, kind] as const],
      ),
      ...lessonIds(courses, lessons),
    ])
    const problems: readonly ContentProblem[] = [
      ...listed,
      ...all.flatMap((file) => file.problems),
      ...clashes.map(({ problem }) => problem),
      ...assembled.problems,
      ...checkEducation(checked, { articles, contents }),
      ...(await deadImages(all, root, entries.isInside, { ...imageTypes, ...filmTypes })),
    ]
    const drafts = works.flatMap((work) => work.drafts)
    return { works, drafts, problems, contents, isWhole: !hasErrors({ problems }) }
  }
}

const broken = (file: EducationFile, problems: ReadFile['problems']): ReadFile => ({
  ...{ file, problems, references: [], images: [] },
})

const isPlaced = (file: EducationFile): file is PlacedEducationFile =>
  file.kind !== 'course' && file.kind !== 'lesson'

/** Lessons by their whole id, those of broken courses too: what names them is not wrong. */
function lessonIds(
  courses: readonly Awaited<ReturnType<typeof readCourseFile>>[],
  lessons: readonly Awaited<ReturnType<typeof readLessonFile>>[],
): readonly (readonly [string, ContentKind])[] {
  const courseOf = new Map(
    courses.map(({ file, course }) => [file.folder, course?.contentId ?? file.name]),
  )
  return lessons.map(({ file, lesson }) => {
    const id = `${courseOf.get(file.folder)}/${lesson?.name ?? file.name}`
    return [id, 'lesson'] as const
  })
}
