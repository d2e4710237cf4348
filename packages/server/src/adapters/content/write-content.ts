import { mkdir, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { planEducation, type WrittenManuscript } from './education/plan-education.js'
import type { WrittenArticle, WrittenCollection } from './format-article.js'
import type { WrittenRules } from './format-synonyms.js'
import { findFormerFiles } from './former-files.js'
import { planContent } from './plan-content.js'

/**
 * Writes articles, collections and what teaches as a content folder that reads back as the same; makes the folder
 * where it is missing and leaves its other files alone, except those in which the same stood under another name:
 * nothing stands there twice, and a course keeps no lesson that it has no more.
 * Returns the paths written, in order.
 * Throws before it writes anywhere that a link inside the folder leads out of it.
 */
export async function writeContentFolder(
  folder: string,
  articles: readonly WrittenArticle[],
  collections: readonly WrittenCollection[],
  rules: readonly WrittenRules[] = [],
  manuscripts: readonly WrittenManuscript[] = [],
): Promise<readonly string[]> {
  const files = new Map([
    ...planContent(articles, collections, rules),
    ...planEducation(manuscripts),
  ])
  await mkdir(folder, { recursive: true })
  const root = await realpath(folder)
  for (const path of new Set([...files.keys()].map((file) => dirname(file)))) {
    await makeFolderInside(root, path)
  }
  // Before they are written: a file system may give a name back in another case or form.
  for (const path of await findFormerFiles(root, files, articles, collections)) {
    await rm(join(root, path))
  }
  for (const path of files.keys()) {
    if (basename(path) === '_course.yaml') await removeLessons(root, dirname(path), files)
  }
  for (const [path, text] of files) await replaceFile(join(root, path), text)
  return [...files.keys()].sort()
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

/** A lesson's file carries its place: after another order its former file would be the same lesson again. */
async function removeLessons(
  root: string,
  course: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const folder = join(root, course)
  // A link may lead to what is no course.
  if ((await realpath(folder)) !== folder) return
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const isLesson = entry.isFile() && /^[^.].*\.md$/i.test(entry.name)
    if (isLesson && !files.has(`${course}/${entry.name}`)) await rm(join(folder, entry.name))
  }
}

/** Whole or not at all; a link in the file's place is replaced, never followed. */
async function replaceFile(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}~`
  await rm(unfinished, { force: true })
  try {
    await writeFile(unfinished, text, { flag: 'wx' })
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
