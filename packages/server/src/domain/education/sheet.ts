import type { ContentKind } from '@waypost/sdk/contract'
import type { Transaction } from '../storage.js'
import { localeMissing, refused } from './authoring-faults.js'
import {
  type Fault,
  type Manuscript,
  type ManuscriptHead,
  manuscriptKey,
  type Written,
} from './manuscript.js'

/** A manuscript, or one lesson of it. */
export interface Part {
  readonly manuscript: Manuscript
  /** What stands behind its course's id and a slash. */
  readonly lesson: string | undefined
}

/** What somebody writes: always a whole, of which they may have sent a lesson alone. */
export interface Sheet {
  readonly head: ManuscriptHead
  readonly written: Written
  /** Where in it stands what was sent. */
  readonly inside: Fault['path']
  readonly lesson: string | undefined
}

/** Which content is meant: of courses and lessons in which language. */
export interface Address {
  readonly site: string
  readonly id: string
  readonly locale: string | undefined
}

type Lesson = Written & { readonly id: string }

export const lessonsOf = ({ written }: Manuscript) => written.lessons as readonly Lesson[]

/** A course, checklist, tour or tip that comes whole. */
export function wholeSheet(
  kind: Exclude<ContentKind, 'lesson'>,
  { id: contentId, locale }: Address,
  written: Written,
): Sheet {
  const rest = { written, inside: [], lesson: undefined }
  if (kind !== 'course') {
    const isLong = new TextEncoder().encode(contentId).length > LONGEST_NAME
    if (isLong || !/^[^./\\:*?"<>|][^/\\:*?"<>|]*$/.test(contentId)) throw refused(NO_FILE_NAME)
    return { head: { kind, contentId, locale: null }, ...rest }
  }
  if (locale === undefined) throw localeMissing()
  return { head: { kind, contentId, locale }, ...rest }
}

/** A lesson put into its course, in the place of the one that it replaces or as the last. */
export async function lessonSheet(
  tx: Transaction,
  { site, id, locale }: Address,
  content: Written,
): Promise<Sheet> {
  if (locale === undefined) throw localeMissing()
  const { courseId, name } = await courseOf(tx, site, id)
  const head = { kind: 'course', contentId: courseId, locale } as const
  const course = await tx.manuscripts.find(manuscriptKey(site, head))
  if (!course) {
    throw refused(
      `There is no course "${courseId}" in ${locale}; write it first, with this lesson.`,
    )
  }
  if ('id' in content) throw refused('The id of a lesson stands in the address alone.')
  const lessons = lessonsOf(course)
  const known = lessons.findIndex((one) => one.id === name)
  const at = known === -1 ? lessons.length : known
  const after = [...lessons.slice(0, at), { ...content, id: name }, ...lessons.slice(at + 1)]
  const written = { ...course.written, lessons: after }
  return { head, written, inside: ['lessons', at], lesson: name }
}

/** A course without one of its lessons. */
export function sheetWithout({ manuscript, lesson }: Part): Sheet {
  const lessons = lessonsOf(manuscript).filter(({ id }) => id !== lesson)
  if (lessons.length === 0) throw refused(LAST_LESSON)
  const written = { ...manuscript.written, lessons }
  return { head: manuscript, written, inside: [], lesson }
}

/** What stands at an address; `undefined` where nothing does. */
export async function partAt(tx: Transaction, address: Address): Promise<Part | undefined> {
  const { site, id, locale } = address
  const { items } = await tx.manuscripts.list('content', `${site}|${id}`, { limit: 200 })
  const manuscript = items.find((one) => one.locale === null || one.locale === locale)
  if (manuscript) return { manuscript, lesson: undefined }
  if (items.length > 0 && locale === undefined) throw localeMissing()
  const { courseId, name } = await courseOf(tx, site, id)
  const courses = await tx.manuscripts.list('content', `${site}|${courseId}`, { limit: 200 })
  const withIt = courses.items.filter(
    (one) => one.kind === 'course' && lessonsOf(one).some((lesson) => lesson.id === name),
  )
  if (withIt.length > 0 && locale === undefined) throw localeMissing()
  const course = withIt.find((one) => one.locale === locale)
  return course && { manuscript: course, lesson: name }
}

/** Ids of courses and lessons may both hold slashes: a lesson that is kept knows where it stands. */
async function courseOf(tx: Transaction, site: string, id: string) {
  const { items } = await tx.education.list('translations', `${site}|${id}`, { limit: 200 })
  const known = items.find((content) => content.kind === 'lesson')
  const courseId = known?.kind === 'lesson' ? known.courseId : id.slice(0, id.lastIndexOf('/'))
  return { courseId, name: id.slice(courseId.length + 1) }
}

/** Bytes that every file system takes as one name, with room for an ending. */
const LONGEST_NAME = 200
const NO_FILE_NAME =
  'The id of a tour, checklist or tip is the name of its file: it begins with no dot, holds none of / \\ : * ? " < > |, and is at most 200 bytes long.'
const LAST_LESSON = 'A course has at least one lesson; delete the course.'
