import { lstat, mkdir, readdir, realpath, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { planEducation, type WrittenManuscript } from './education/plan-education.js'
import { readExportList } from './export-list.js'
import type { WrittenArticle, WrittenCollection } from './format-article.js'
import type { WrittenRules } from './format-synonyms.js'
import { findFormerFiles } from './former-files.js'
import { planContent } from './plan-content.js'
import { replaceFile } from './replace-file.js'

export interface WrittenContent {
  /** Paths inside the folder, in order, here and below. */
  readonly written: readonly string[]
  /** What an export before has written, and is not there any more. */
  readonly removed: readonly string[]
  /** Files in the way that no export wrote, or that were changed since: what they hold is gone, or stands elsewhere. */
  readonly left: readonly string[]
}

/**
 * Writes articles, collections and what teaches as a content folder that reads back as the same; makes the folder
 * where it is missing. Of what an export before has written there, nothing stays that is not there any more;
 * a file that somebody else has written, or changed, is never removed.
 * Throws before it writes anywhere that a link inside the folder leads out of it.
 */
export async function writeContentFolder(
  folder: string,
  articles: readonly WrittenArticle[],
  collections: readonly WrittenCollection[],
  rules: readonly WrittenRules[] = [],
  manuscripts: readonly WrittenManuscript[] = [],
): Promise<WrittenContent> {
  const files = new Map([
    ...planContent(articles, collections, rules),
    ...planEducation(manuscripts),
  ])
  await mkdir(folder, { recursive: true })
  const root = await realpath(folder)
  for (const path of new Set([...files.keys()].map((file) => dirname(file)))) {
    await makeFolderInside(root, path)
  }
  const list = await readExportList(root)
  const former = await findFormerFiles(root, files, articles, collections)
  await list.begin(files)
  for (const [path, text] of files) await replaceFile(join(root, path), text)
  // What stood before goes last: a folder that is being read has everything at every moment.
  for (const path of files.keys()) {
    if (basename(path) === '_course.yaml') former.push(...(await findLessons(root, dirname(path))))
  }
  const written = new Set(await Promise.all([...files.keys()].map((path) => fileAt(root, path))))
  const removed: string[] = []
  const left: string[] = []
  for (const path of new Set([...former, ...list.paths])) {
    // A file system may give a name back in another case or form.
    const file = await fileAt(root, path)
    if (file === undefined || written.has(file)) continue
    if (!(await list.isOurs(path))) left.push(path)
    else {
      await removeFile(root, path)
      removed.push(path)
    }
  }
  await list.end(files)
  return { written: [...files.keys()].sort(), removed: removed.sort(), left: left.sort() }
}

/** With the folders in which nothing else stands. */
async function removeFile(root: string, path: string): Promise<void> {
  await rm(join(root, path))
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    const isEmpty = await rmdir(join(root, above)).then(
      () => true,
      () => false,
    )
    if (!isEmpty) return
  }
}

/** Which file stands there, whatever it is called; nothing where there is none. */
async function fileAt(root: string, path: string): Promise<string | undefined> {
  const file = await lstat(join(root, path), { bigint: true }).catch(() => undefined)
  return file && `${file.dev}:${file.ino}`
}

/** Step by step, because a link on the way may lead anywhere. */
async function makeFolderInside(root: string, path: string): Promise<void> {
  let at = root
  for (const name of path.split('/')) {
    at = join(at, name)
    await mkdir(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    const real = await realpath(at)
    if (!real.startsWith(root + sep)) {
      const detail = `${at} leads out of the folder to write into; remove that link`
      throw new WaypostError('invalid_input', { detail })
    }
  }
}

/** The lessons that stand in a course's folder: their files carry their places, and may be of an order before. */
async function findLessons(root: string, course: string): Promise<readonly string[]> {
  const folder = join(root, course)
  // A link may lead to what is no course.
  if ((await realpath(folder)) !== folder) return []
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /^[^.].*\.md$/i.test(entry.name))
    .map(({ name }) => `${course}/${name}`)
}
