import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Low } from 'lowdb'
import type { StoredRecord } from '../../../foundation/records.js'
import { syncFolder } from '../../durable-folder.js'
import type { Change } from '../change.js'
import type { Disk } from './disk.js'
import { durableFile } from './durable-file.js'
import { addToPage, isEmptyPage, type Page, replaceOnPage, takeOffPage } from './page.js'
import { decodePage, encodePage } from './page-text.js'

export interface PagesDeps {
  /** Holds `1.json`, `2.json`, …; made where it is missing. */
  folder: string
  disk: Disk
  /** Resolves when the journal holds all commits so far: a page may say nothing it does not know. */
  whenSafe(): Promise<void>
}

interface KeptPage {
  readonly number: number
  readonly low: Low<Page>
  bytes: number
  isDirty: boolean
}

export type Pages = ReturnType<typeof createPages>

/** A page that reached this is closed for births; small enough to be written in a millisecond. */
export const PAGE_BYTES = 128 * 1024
const READ_AT_ONCE = 8

/**
 * All records in lowdb files of about 128 kB, in order of birth, so that a change costs the writing
 * of one page, however many there are. Records that will expire share pages of their own, which
 * empty as a whole; an empty page loses its file.
 */
export function createPages({ folder, disk, whenSafe }: PagesDeps) {
  const pages = new Map<number, KeptPage>()
  /** On which page each record of each table stands. */
  const homes = new Map<string, Map<string, KeptPage>>()
  const open: { lasting?: KeptPage | undefined; passing?: KeptPage | undefined } = {}
  let lastNumber = 0
  let bytes = 0

  function createPage(number: number): KeptPage {
    const path = join(folder, `${number}.json`)
    const adapter = durableFile<Page>({
      path,
      disk,
      whenReady: whenSafe,
      syncsFolder: false,
      decode: (read) => {
        resize(page, read.length)
        return decodePage(read, path)
      },
      encode: (data) => {
        const text = encodePage(data)
        resize(page, text.length)
        return text
      },
    })
    const page: KeptPage = { number, low: new Low(adapter, {}), bytes: 0, isDirty: false }
    lastNumber = Math.max(lastNumber, number)
    pages.set(number, page)
    return page
  }

  function resize(page: KeptPage, to: number): void {
    bytes += to - page.bytes
    page.bytes = to
  }

  /** The page for a birth: the open one of its kind, or a new one. */
  function openPage(record: StoredRecord): KeptPage {
    const kind = kindOf(record)
    const page = open[kind]
    if (page && page.bytes < PAGE_BYTES) return page
    const next = createPage(lastNumber + 1)
    open[kind] = next
    return next
  }

  function homesIn(table: string): Map<string, KeptPage> {
    const inTable = homes.get(table) ?? new Map<string, KeptPage>()
    homes.set(table, inTable)
    return inTable
  }

  async function dropEmpty(page: KeptPage): Promise<void> {
    // Closed for births first: nothing may be placed on a page whose file is going away.
    for (const kind of ['lasting', 'passing'] as const) {
      if (open[kind] === page) open[kind] = undefined
    }
    await whenSafe()
    await rm(join(folder, `${page.number}.json`), { force: true })
    pages.delete(page.number)
    resize(page, 0)
  }

  return {
    /** Bytes of all pages together, about. */
    get bytes(): number {
      return bytes
    },

    /** References to all records of a table as they are now, in order of birth. */
    list(table: string): readonly StoredRecord[] {
      return [...pages.values()].flatMap(({ low }) => low.data[table] ?? [])
    },

    /** Takes one change; `size` is about what its record adds to a page. */
    place({ table, id, record }: Change, size: number): void {
      const inTable = homesIn(table)
      const page = inTable.get(id) ?? (record && openPage(record))
      if (!page) return
      const isBirth = !inTable.has(id)
      page.isDirty = true
      if (!record) {
        takeOffPage(page.low.data, table, id)
        inTable.delete(id)
      } else if (isBirth) {
        addToPage(page.low.data, table, record)
        inTable.set(id, page)
        resize(page, page.bytes + size)
      } else {
        replaceOnPage(page.low.data, table, record)
      }
    },

    /** Reads all pages, eight at a time, and hands over each record they hold. */
    async read(take: (table: string, record: StoredRecord) => void): Promise<void> {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const numbers = await listPages(folder)
      for (let i = 0; i < numbers.length; i += READ_AT_ONCE) {
        const some = numbers.slice(i, i + READ_AT_ONCE).map(createPage)
        await Promise.all(some.map((page) => page.low.read()))
        for (const page of some) {
          settle(page, take)
          // Elsewhere in the process something may be waiting: no step takes longer than a page.
          await setImmediate()
        }
      }
    },

    /** Writes what has changed since it was written last, page by page. */
    async writeDirty(): Promise<void> {
      for (const page of [...pages.values()].filter(({ isDirty }) => isDirty)) {
        page.isDirty = false
        try {
          if (isEmptyPage(page.low.data)) await dropEmpty(page)
          else await page.low.write()
        } catch (error) {
          page.isDirty = true
          throw error
        }
      }
      await syncFolder(folder)
    },
  }

  /** Notes where the records of a page that was read stand. */
  function settle(page: KeptPage, take: (table: string, record: StoredRecord) => void): void {
    for (const [table, records] of Object.entries(page.low.data)) {
      const inTable = homesIn(table)
      for (const record of records) {
        const earlier = inTable.get(record.id)
        if (earlier) {
          // Deleted, born again on a later page, and stopped before the earlier page was written:
          // the journal knows the rest, but only one page may have it.
          takeOffPage(earlier.low.data, table, record.id)
          earlier.isDirty = true
        }
        inTable.set(record.id, page)
        take(table, record)
      }
    }
    const first = Object.values(page.low.data)[0]?.[0]
    if (first && page.bytes < PAGE_BYTES) open[kindOf(first)] = page
  }
}

/** The numbers of the pages in a folder, oldest first. */
export async function listPages(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  return names
    .flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

function kindOf(record: StoredRecord): 'lasting' | 'passing' {
  return record.expiresAt === undefined ? 'lasting' : 'passing'
}
