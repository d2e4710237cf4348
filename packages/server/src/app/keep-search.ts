import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { SearchIndexInProcess, WritableLocale } from '../adapters/search/search-index.js'
import { madeBy } from '../adapters/search/snapshot/made-by.js'
import { readSnapshot } from '../adapters/search/snapshot/read-snapshot.js'
import type { Logger } from '../foundation/logger.js'

/** Keeps what the index has made of the articles from one start to the next. */
export interface KeptSearch {
  /** Hands the index what the folder knows; before articles are put. */
  load(): Promise<void>
  /** All articles have been put: from now on changes are written down, some time after them. */
  follow(): void
  /** Writes down what has not been written yet. */
  close(): Promise<void>
}

/** How often it looks for changes, in milliseconds; it writes when none has come in between. */
const LOOK = 15_000
/** Whatever comes in between: after so many looks it writes. */
const MOST_LOOKS = 20

const EXTENSION = '.snapshot'
const HALF = '.half'
/** Milliseconds after which nobody is writing a half any more. */
const FORGOTTEN = 3_600_000

/**
 * Snapshots of the search index in a folder, one file for each site and locale. They are a cache:
 * what is damaged or of another version is passed over and written anew, and the folder may go at any
 * time. So they are not synced to the disk either, which a checksum makes up for.
 */
export function keepSearch({
  folder,
  log,
  look = LOOK,
}: {
  folder: string
  log: Logger
  look?: number
}) {
  return (index: SearchIndexInProcess): KeptSearch => {
    const made = madeBy()
    /** The changes of each locale that a file holds. */
    const written = new Map<WritableLocale, number>()
    let seen = ''
    let looks = 0
    let timer: NodeJS.Timeout | undefined
    let writing: Promise<void> = Promise.resolve()

    async function load(): Promise<void> {
      for (const name of await namesIn(folder)) {
        const path = join(folder, name)
        try {
          index.know(readSnapshot(await readFile(path), made))
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error)
          log.info('search reads all articles of a locale', { snapshot: name, reason })
          await rm(path, { force: true }).catch(() => {})
        }
        await setImmediate()
      }
    }

    const unwritten = () =>
      index.writable().filter((locale) => (written.get(locale) ?? 0) !== locale.changes)

    function consider(): void {
      const waiting = unwritten()
      if (waiting.length === 0) return
      const now = waiting.map(({ site, locale, changes }) => `${site} ${locale} ${changes}`).join()
      looks = now === seen ? MOST_LOOKS : looks + 1
      seen = now
      if (looks >= MOST_LOOKS) write()
    }

    function write(): Promise<void> {
      looks = 0
      writing = writing.then(writeAll)
      return writing
    }

    async function writeAll(): Promise<void> {
      for (const locale of unwritten()) {
        const { changes } = locale
        try {
          await writeLocale(locale)
        } catch (error) {
          // A disk that is full or read-only costs the next start some seconds, and nobody else.
          log.warn('search snapshot', { reason: String(error) })
        }
        written.set(locale, changes)
      }
    }

    async function writeLocale(locale: WritableLocale): Promise<void> {
      const path = join(folder, fileNameOf(locale))
      if (locale.size === 0) return rm(path, { force: true })
      const steps = locale.write(made)
      let step = steps.next()
      for (; !step.done; step = steps.next()) await setImmediate()
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Several nodes may share the folder: each has a half of its own.
      const half = `${path}.${randomUUID()}${HALF}`
      try {
        await writeFile(half, step.value, { mode: 0o600 })
        await rename(half, path)
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
    }

    return {
      load,
      follow() {
        timer = setInterval(consider, look).unref()
      },
      async close() {
        clearInterval(timer)
        await write()
      },
    }
  }
}

export type KeepSearch = ReturnType<typeof keepSearch>

/** Names that no other site and locale has, and no file system takes for a path. */
function fileNameOf({ site, locale }: { site: string; locale: string }): string {
  return `${[site, locale].map(encodeURIComponent).join(' ')}${EXTENSION}`
}

/** The snapshots of a folder. What a crash has left half written goes. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((name) => name.endsWith(HALF))) {
    const path = join(folder, name)
    const isLeft = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs > FORGOTTEN,
      () => false,
    )
    if (isLeft) await rm(path, { force: true }).catch(() => {})
  }
  return names.filter((name) => name.endsWith(EXTENSION))
}
