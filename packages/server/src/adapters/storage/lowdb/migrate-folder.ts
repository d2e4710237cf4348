import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change } from '../change.js'
import { type Disk, hasErrno, syncFolder } from './disk.js'
import type { Migration } from './migrations.js'
import { createPages } from './pages.js'
import { encodeChange } from './record-line.js'
import { replayJournal } from './replay.js'

export interface MigrateDeps {
  folder: string
  /** The schema that the folder has. */
  schema: number
  /** The steps that are missing. */
  migrations: readonly Migration[]
  disk: Disk
}

const SAFE = () => Promise.resolve()

/**
 * Copies a folder of an older schema to `before-schema-<n>` inside of it and writes it anew from
 * there. The copy stays. A crash on the way does no harm: the next start does it again from the copy.
 */
export async function migrateFolder({ folder, schema, migrations, disk }: MigrateDeps) {
  const copy = join(folder, `before-schema-${schema + migrations.length}`)
  if (!(await exists(copy))) await copyData(folder, copy)
  await removeData(folder)

  const from = createPages({ folder: join(copy, 'pages'), disk, whenSafe: SAFE })
  const to = createPages({ folder: join(folder, 'pages'), disk, whenSafe: SAFE })
  await to.read(() => undefined)
  await from.read((table, record) => move({ table, id: record.id, record }))
  await replayJournal(copy, (changes) => {
    for (const change of changes) move(change)
  })
  await to.writeDirty()

  function move(change: Change): void {
    const moved = change.record ? migrated(change) : change
    if (moved) to.place(moved, encodeChange(moved).length)
  }

  function migrated(put: Change): Change | null {
    return migrations.reduce<Change | null>((change, step) => change && step(change), put)
  }
}

/** Copies pages and journal; the copy bears its name only when it is whole and safe. */
async function copyData(folder: string, copy: string): Promise<void> {
  const temporary = `${copy}.tmp`
  await rm(temporary, { recursive: true, force: true })
  await mkdir(join(temporary, 'pages'), { recursive: true, mode: 0o700 })
  for (const name of await dataFiles(folder)) {
    await copyFile(join(folder, name), join(temporary, name))
    const file = await open(join(temporary, name), 'r+')
    await file.sync()
    await file.close()
  }
  await syncFolder(join(temporary, 'pages'))
  await syncFolder(temporary)
  await rename(temporary, copy)
  await syncFolder(folder)
}

async function removeData(folder: string): Promise<void> {
  for (const name of await dataFiles(folder)) await rm(join(folder, name))
}

async function dataFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  const pages = names.includes('pages') ? await readdir(join(folder, 'pages')) : []
  return [
    ...names.filter((name) => /^journal-\d+\.ndjson$/.test(name)),
    ...pages.filter((name) => /^\d+\.json$/.test(name)).map((name) => join('pages', name)),
  ]
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return false
    throw error
  }
}
