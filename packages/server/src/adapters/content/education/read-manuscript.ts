import type {
  ManuscriptHead,
  ReadManuscript,
  Work,
  Written,
} from '../../../domain/education/manuscript.js'
import type { RichTextReader } from '../../../domain/rich-text.js'
import { createBodyDesk, within } from './body-desk.js'
import { courseDrafts, type LessonAt, whyTooLong } from './course-drafts.js'
import type { Desk } from './desk.js'
import { PLACED, type PlacedKind } from './education-files.js'
import { parseAuthored } from './parse-authored.js'
import { readLesson } from './read-lesson.js'
import { readPlaced } from './read-placed.js'
import { AuthoredCourse } from './schemas/course-schema.js'
import { tellDuplicates } from './tell-duplicates.js'

/** Reads what came as JSON by the schemas of the files, and tells what is wrong in their words. */
export function createManuscriptReader(richText: RichTextReader): ReadManuscript {
  return (head, written, defaultLocale) => {
    const place = placeOf(head)
    const { desk, faults } = createBodyDesk(place, richText)
    const drafts =
      head.kind === 'course'
        ? readCourse(head, written, desk, place)
        : readPlaced({ ...head, kind: head.kind, place }, written, desk)?.drafts([defaultLocale])
    const isWrong = faults.some(({ severity }) => severity === 'error')
    const work: Work | undefined =
      drafts && !isWrong ? { ...head, place, written: written as Written, drafts } : undefined
    return { work, faults }
  }
}

/** Where an export writes it: from there its pictures and films are looked for. */
function placeOf({ kind, contentId, locale }: ManuscriptHead): string {
  if (kind === 'course') return `${locale}/courses/${contentId}/_course.yaml`
  const folders = Object.entries(PLACED) as [string, PlacedKind][]
  return `${folders.find(([, one]) => one === kind)?.[0]}/${contentId}.yaml`
}

function readCourse(
  { contentId, locale }: ManuscriptHead,
  written: unknown,
  desk: Desk,
  place: string,
) {
  const { lessons, ...said } = Object(written) as { lessons?: unknown }
  const authored = parseAuthored(AuthoredCourse, said, desk)
  if ('id' in said) desk.error('The id stands in the address alone.', ['id'])
  if (!Array.isArray(lessons) || lessons.length === 0) {
    desk.error('This course has no lessons; write one under lessons.', ['lessons'], 'required')
    return undefined
  }
  const read = lessons.flatMap((lesson, at) => readLessonAt(lesson, at, desk, place) ?? [])
  if (!authored || read.length < lessons.length) return undefined
  for (const [at, { name }] of read.entries()) {
    const message = whyTooLong(contentId, name)
    if (message) desk.error(message, ['lessons', at, 'id'])
  }
  const ids = read.map(({ name: id }) => ({ id }))
  tellDuplicates(['lessons'], ids, desk)
  return courseDrafts({ contentId, locale: locale ?? 'en', place }, authored, read)
}

function readLessonAt(
  written: unknown,
  at: number,
  whole: Desk,
  place: string,
): LessonAt | undefined {
  const desk = within(whole, ['lessons', at])
  const { body = '', ...frontMatter } = Object(written) as { body?: unknown }
  if (typeof body !== 'string') {
    desk.error('body must be text in Markdown.', ['body'])
    return undefined
  }
  const lesson = readLesson(frontMatter, body, desk)
  if (!lesson) return undefined
  const { id } = lesson.authored
  if (id === undefined) {
    desk.error('id is missing.', ['id'], 'required')
    return undefined
  }
  return { ...lesson, name: id, place }
}
