import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { replaceFile } from './replace-file.js'

/** Hidden, so that nobody reads it as content; a line a file, as `sha256sum` writes it. */
export const EXPORT_LIST = '.waypost-export'
const LINE = /^([0-9a-f]{64}) {2}(.+)$/

export type ExportList = Awaited<ReturnType<typeof readExportList>>

/** What exports have written into a folder; nothing where there is no list. */
export async function readExportList(root: string) {
  const file = join(root, EXPORT_LIST)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const known = new Set(text.split(/\r?\n/).filter((line) => LINE.test(line)))
  const keep = (lines: Iterable<string>) =>
    replaceFile(file, [...lines].map((line) => `${line}\n`).join(''))

  return {
    paths: [...new Set([...known].map((line) => LINE.exec(line)?.[2] ?? ''))],

    /** Whether a file stands as an export wrote it: what somebody has changed since is theirs. */
    async isOurs(path: string): Promise<boolean> {
      const place = join(root, path)
      // A link may lead anywhere, and a list may say anything.
      const real = await realpath(place).catch(() => undefined)
      if (real !== place || !place.startsWith(root + sep)) return false
      const found = await readFile(place, 'utf8').catch(() => undefined)
      return found !== undefined && known.has(lineOf(path, found))
    },

    /** Before anything is written: an export that is cut off leaves no file that the next would not know. */
    begin: (files: ReadonlyMap<string, string>) => keep([...known, ...linesOf(files)]),

    end: (files: ReadonlyMap<string, string>) => keep(linesOf(files)),
  }
}

const linesOf = (files: ReadonlyMap<string, string>) =>
  [...files.keys()].sort().map((path) => lineOf(path, files.get(path) ?? ''))

function lineOf(path: string, text: string): string {
  // Git gives a text back with the line ends of another system.
  const digest = createHash('sha256').update(text.replaceAll('\r\n', '\n'))
  return `${digest.digest('hex')}  ${path}`
}
