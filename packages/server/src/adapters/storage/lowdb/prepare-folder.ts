import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from './disk.js'
import { openManifest } from './manifest.js'
import { migrateFolder } from './migrate-folder.js'
import type { Migration } from './migrations.js'

export interface PrepareDeps {
  folder: string
  disk: Disk
  migrations: readonly Migration[]
}

/** Makes a folder ready to be read: without leftovers, and of the schema that this version knows. */
export async function prepareFolder({ folder, disk, migrations }: PrepareDeps): Promise<void> {
  await removeLeftovers(folder)
  const wanted = migrations.length + 1
  const { schema, setSchema } = await openManifest(folder, wanted, disk)
  if (schema === wanted) return
  await migrateFolder({ folder, schema, migrations: migrations.slice(schema - 1), disk })
  await setSchema(wanted)
}

/** What a crash in the middle of writing a file leaves behind: it never got its name. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder)
  const inPages = names.includes('pages') ? await readdir(join(folder, 'pages')) : []
  for (const name of [...names, ...inPages.map((page) => join('pages', page))]) {
    const isLeftover = name.endsWith('.tmp') || /^lock\.json\.[0-9a-f]{8}$/.test(name)
    if (isLeftover) await rm(join(folder, name), { recursive: true, force: true })
  }
}
