import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { StoredRecord } from '../../../foundation/records.js'
import { refusalOfHeld } from '../refusal-of-held.js'
import { type Batch, batchesOf, type CopyHead, type WholeTarget } from '../whole-storage.js'
import { copyMarker } from './copy-marker.js'
import { durableFile } from './durable-file.js'
import { keepKeysFile } from './keys-file.js'
import { takeLock } from './lock.js'
import { writeManifest } from './manifest.js'
import type { Page } from './page.js'
import { decodePage, encodePage } from './page-text.js'
import { listPages, PAGE_BYTES } from './pages.js'
import { schema } from './whole-folder.js'

/**
 * A folder that is filled page by page, and is a data folder when it is finished. Until then it has
 * a `copy.json` and no manifest, so that no server takes it, of this version or an older one. Pages
 * are written in order, so those that an interrupted copy left are its beginning.
 */
export async function openFolderCopy(
  path: string,
  { restart = false }: { restart?: boolean } = {},
): Promise<WholeTarget> {
  const folder = resolve(path)
  const inside = join(folder, 'pages')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  let lost: Error | undefined
  const onLost = (error: Error) => {
    lost = error
  }
  const lock = await takeLock({ folder, onLost })
  const marker = copyMarker(folder)
  let number = 0
  let page: { collection: string; records: StoredRecord[]; length: number } | undefined

  async function begin({ from, keys }: CopyHead): Promise<Map<string, number>> {
    const begun = await marker.find()
    if (begun ? begun.from !== from && !restart : await holdsData(folder)) {
      throw refusalOfHeld(folder, 'folder', begun?.from)
    }
    if (begun && restart) {
      await rm(inside, { recursive: true, force: true })
      await rm(join(folder, 'manifest.json'), { force: true })
    }
    if (keys !== undefined) await keepKeysFile(folder, keys)
    await marker.write({ from })
    await mkdir(inside, { recursive: true, mode: 0o700 })
    return countPages()
  }

  async function countPages(): Promise<Map<string, number>> {
    const counts = new Map<string, number>()
    for (const each of await listPages(inside)) {
      number = each
      for (const [name, records] of Object.entries(await readPage(each))) {
        counts.set(name, (counts.get(name) ?? 0) + records.length)
      }
    }
    return counts
  }

  async function readPage(each: number): Promise<Page> {
    const path = join(inside, `${each}.json`)
    return decodePage(await readFile(path), path)
  }

  async function writePage(): Promise<void> {
    if (lost) throw lost
    if (!page) return
    number += 1
    const path = join(inside, `${number}.json`)
    const decode = (bytes: Buffer) => decodePage(bytes, path)
    const { collection, records } = page
    page = undefined
    await durableFile({ path, encode: encodePage, decode }).write({ [collection]: records })
  }

  return {
    name: folder,
    begin,

    async write({ collection, records }: Batch): Promise<void> {
      if (page && page.collection !== collection) await writePage()
      for (const text of records) {
        page ??= { collection, records: [], length: 0 }
        page.records.push(JSON.parse(text) as StoredRecord)
        page.length += text.length
        if (page.length >= PAGE_BYTES) await writePage()
      }
    },

    seal: writePage,

    async *readBack() {
      for (const each of await listPages(inside)) {
        for (const [name, records] of Object.entries(await readPage(each))) {
          yield* batchesOf(
            name,
            records.map((record) => JSON.stringify(record)),
          )
        }
      }
    },

    async finish(): Promise<void> {
      if (lost) throw lost
      // The manifest first: what has both is still no data folder, and can be finished again.
      await writeManifest(folder, schema)
      await marker.remove()
    },

    close: lock.release,
  }
}

/** Whether a server has kept anything there. Keys and builds of the widget are no records. */
async function holdsData(folder: string): Promise<boolean> {
  const names = await readdir(folder)
  return names.some((name) => /^(manifest\.json|pages|journal-\d+\.ndjson)$/.test(name))
}
