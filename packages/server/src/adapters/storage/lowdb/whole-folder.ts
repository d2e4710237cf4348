import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import type { WholeSource } from '../whole-storage.js'
import { realDisk } from './disk.js'
import { readKeysFile } from './keys-file.js'
import { takeLock } from './lock.js'
import { migrations } from './migrations.js'
import { createPages, type Pages } from './pages.js'
import { prepareFolder } from './prepare-folder.js'
import { replayJournal } from './replay.js'
import { wholeRecords } from './whole-records.js'

/** The schema of records as this version writes them. */
export const schema = migrations.length + 1

/**
 * Everything in a folder that no server uses; the folder is locked until it is closed. Reads pages
 * and journal as a start does, needs the same memory, and writes nothing but what a start mends.
 */
export async function openWholeFolder(path: string): Promise<WholeSource> {
  const folder = resolve(path)
  if (!existsSync(join(folder, 'manifest.json')) && !existsSync(join(folder, 'copy.json'))) {
    throw new WaypostError('unavailable', { detail: `${folder} is no data folder of a server` })
  }
  const lock = await takeLock({ folder, onLost: () => undefined })
  try {
    await prepareFolder({ folder, disk: realDisk, migrations })
    const pages = await readPages(folder)
    return wholeRecords({
      name: folder,
      schema,
      keys: await readKeysFile(folder),
      recordsOf: pages.list,
      close: lock.release,
    })
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Pages first, and then the journal, which knows better where both speak. */
async function readPages(folder: string): Promise<Pages> {
  const whenSafe = () => Promise.resolve()
  const pages = createPages({ folder: join(folder, 'pages'), disk: realDisk, whenSafe })
  await pages.read(() => undefined)
  await replayJournal(folder, (changes, bytes) => {
    for (const change of changes) pages.place(change, bytes / changes.length)
  })
  return pages
}
