import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../durable-folder.js'
import type { Change } from '../change.js'
import { copyDurably, type Disk } from './disk.js'
import type { Migration } from './migrations.js'
import { createPages } from './pages.js'
import { encodeChange } from './record-line.js'
import { replayJournal } from './replay.js'

export interface MigrateDeps {
  folder: string
  /** Where its data was copied to. */
  copy: string
  /** The steps that are missing. */
  migrations: readonly Migration[]
  disk: Disk
}

const SAFE = () => Promise.resolve()

/** Writes the data of a folder anew from its copy, each record led through the missing steps. */
export async function migrateFolder({ folder, copy, migrations, disk }: MigrateDeps) {
  for (const name of await dataFiles(folder)) await rm(join(folder, name))
  await syncFolder(folder)
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
export async function copyData(folder: string, copy: string): Promise<void> {
  const temporary = `${copy}.tmp`
  await mkdir(join(temporary, 'pages'), { recursive: true, mode: 0o700 })
  for (const name of await dataFiles(folder)) {
    await copyDurably(join(folder, name), join(temporary, name))
  }
  await syncFolder(join(temporary, 'pages'))
  await syncFolder(temporary)
  // Whatever bears the name already is of another time, and nobody said that it may go.
  if (existsSync(copy)) await rename(copy, `${copy}-${Date.now()}`)
  await rename(temporary, copy)
  await syncFolder(folder)
}

async function dataFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  const pages = names.includes('pages') ? await readdir(join(folder, 'pages')) : []
  return [
    ...names.filter((name) => /^journal-\d+\.ndjson$/.test(name)),
    ...pages.filter((name) => /^\d+\.json$/.test(name)).map((name) => join('pages', name)),
  ]
}
