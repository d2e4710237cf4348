import type { ContentProblem } from '../../../domain/knowledge/article-draft.js'
import { localeOf } from '../content-files.js'
import type { Entry, FolderEntries } from '../folder-entries.js'

/** One file that says what a content is. */
export interface EducationFile extends Pick<Entry, 'path' | 'realPath' | 'stamp'> {
  readonly kind: 'tour' | 'checklist' | 'tip' | 'course' | 'lesson'
  /** Its id where it gives itself none. */
  readonly name: string
  /** Of courses and lessons; the others hold all their languages. */
  readonly locale: string | undefined
  /** The path of the folder that is its course. */
  readonly folder: string
}

export type PlacedEducationFile = EducationFile & { readonly kind: PlacedKind }

export interface EducationFiles {
  readonly files: readonly EducationFile[]
  /** The languages that there are folders of. */
  readonly locales: readonly string[]
  readonly problems: readonly ContentProblem[]
}

/** The folder of each kind that stands on the host's page. */
export const PLACED = { tours: 'tour', checklists: 'checklist', tips: 'tip' } as const
export type PlacedKind = (typeof PLACED)[keyof typeof PLACED]

const LARGEST = 320 * 1024

/** Walks `{tours,checklists,tips}/<id>.yaml` and `<locale>/courses/<course>/{_course.yaml,*.md}`. */
export async function listEducationFiles({
  entriesOf,
  problems,
}: FolderEntries): Promise<EducationFiles> {
  const files: EducationFile[] = []
  const locales = new Set<string>()
  const told: ContentProblem[] = []
  for (const folder of (await entriesOf('')).filter(({ isFolder }) => isFolder)) {
    const kind = PLACED[folder.name as keyof typeof PLACED]
    if (kind) await addPlaced(folder, kind)
    else await addLocale(folder)
  }
  return { files, locales: [...locales], problems: [...problems, ...told] }

  async function addPlaced(folder: Entry, kind: EducationFile['kind']) {
    for (const entry of await entriesOf(folder.path)) {
      if (entry.isFolder) continue
      const name = /^(.+)\.yaml$/i.exec(entry.name)?.[1]?.normalize('NFC')
      if (name !== undefined) add(entry, { kind, name, locale: undefined, folder: folder.path })
      else if (/\.(?:yml|json|md)$/i.test(entry.name)) {
        tell(entry, 'warning', `This file is not read; a ${kind} ends in .yaml.`)
      }
    }
  }

  async function addLocale(folder: Entry) {
    const inside = await entriesOf(folder.path)
    const has = (wanted: string) => inside.some(({ name, isFolder }) => name === wanted && isFolder)
    const locale = localeOf(folder.name)
    if (locale === undefined) {
      if (has('courses')) tell(folder, 'error', NO_LOCALE)
      return
    }
    if (has('articles') || has('courses')) locales.add(locale)
    if (!has('courses')) return
    for (const course of await entriesOf(`${folder.path}/courses`)) {
      if (course.isFolder) await addCourse(course, locale)
      else if (/\.md$/i.test(course.name)) tell(course, 'error', NO_COURSE)
    }
  }

  async function addCourse(folder: Entry, locale: string) {
    const entries = (await entriesOf(folder.path)).filter(({ isFolder }) => !isFolder)
    const lessons = entries
      .filter(({ name }) => /\.md$/i.test(name))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
    const about = entries.find(({ name }) => name === '_course.yaml')
    if (!about) {
      if (lessons.length > 0) tell(folder, 'error', NO_COURSE_FILE)
      return
    }
    const inFolder = { locale, folder: folder.path }
    add(about, { ...inFolder, kind: 'course', name: folder.name.normalize('NFC') })
    for (const entry of lessons) {
      const name = entry.name.replace(/\.md$/i, '').replace(/^\d+[-_. ]+/, '')
      add(entry, { ...inFolder, kind: 'lesson', name: name.normalize('NFC') })
    }
  }

  function add(entry: Entry, file: Omit<EducationFile, 'path' | 'realPath' | 'stamp'>) {
    const { path, realPath, stamp, bytes } = entry
    if (bytes > LARGEST) {
      tell(entry, 'error', `This file is larger than ${LARGEST / 1024} kB; split it.`)
    } else files.push({ path, realPath, stamp, ...file })
  }

  function tell({ path }: Entry, severity: ContentProblem['severity'], message: string) {
    told.push({ file: path, severity, message })
  }
}

const NO_LOCALE =
  'This folder is not named after a language; use a tag such as en, uk or pt-BR (BCP 47).'
const NO_COURSE = 'This lesson stands in no course; put it into a folder of its own course.'
const NO_COURSE_FILE = 'This course says nothing of itself; add a _course.yaml with title: … to it.'
