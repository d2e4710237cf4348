import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { ContentProblem } from '../../domain/knowledge/article-draft.js'
import { reasonOf } from './read-text-file.js'

/** Something in the content folder that is really there, and really inside it. */
export interface Entry {
  readonly name: string
  /** Inside the content folder, with forward slashes. */
  readonly path: string
  readonly realPath: string
  readonly isFolder: boolean
  readonly bytes: number
  /** Changes when the content does: time, size and identity, to the nanosecond. */
  readonly stamp: string
}

export type FolderEntries = ReturnType<typeof createFolderEntries>

/**
 * Lists folders of a content folder by name, without hidden files. A link that leads outside is
 * refused: whoever may write an article may not read the server's other files with it.
 */
export function createFolderEntries(root: string) {
  const problems: ContentProblem[] = []

  return { problems, entriesOf, isInside }

  async function entriesOf(path: string): Promise<readonly Entry[]> {
    let found: Dirent[]
    try {
      found = await readdir(join(root, path), { withFileTypes: true })
    } catch (error) {
      tell(path, `This folder cannot be read (${reasonOf(error)}); check that it may be read.`)
      return []
    }
    const names = found.map(({ name }) => name).filter((name) => !/^\.|~$/.test(name))
    const entries = await Promise.all(
      names.sort().map((name) => entryOf(name, path === '' ? name : `${path}/${name}`)),
    )
    return entries.filter((entry) => entry !== undefined)
  }

  async function entryOf(name: string, path: string): Promise<Entry | undefined> {
    try {
      const realPath = await realpath(join(root, path))
      if (!isInside(realPath)) {
        tell(path, 'This link leads out of the content folder; copy here what it stands for.')
        return undefined
      }
      const stats = await stat(realPath, { bigint: true })
      if (!stats.isFile() && !stats.isDirectory()) return undefined
      const { mtimeNs, ctimeNs, size, dev, ino } = stats
      return {
        name,
        path,
        realPath,
        isFolder: stats.isDirectory(),
        bytes: Number(size),
        stamp: [mtimeNs, ctimeNs, size, dev, ino].join(':'),
      }
    } catch (error) {
      // An editor's temporary file may be gone again; a link to nothing is there and is not.
      if (reasonOf(error) !== 'ENOENT') tell(path, `This cannot be read (${reasonOf(error)}).`)
      return undefined
    }
  }

  function isInside(realPath: string): boolean {
    return realPath.startsWith(root.endsWith(sep) ? root : root + sep)
  }

  function tell(file: string, message: string) {
    problems.push({ file, severity: 'error', message })
  }
}
