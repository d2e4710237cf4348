import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { refuseHalfCopy } from './copy-marker.js'
import type { Disk } from './disk.js'
import { openManifest } from './manifest.js'
import { copyData, migrateFolder } from './migrate-folder.js'
import type { Migration } from './migrations.js'

export interface PrepareDeps {
  folder: string
  disk: Disk
  migrations: readonly Migration[]
}

/**
 * Makes a folder ready to be read: without leftovers, and of the schema that this version knows. An
 * older one is copied to `before-schema-<n>` and rewritten from there. A crash on the way does no
 * harm: the next start rewrites it from the copy again. The copy stays.
 */
export async function prepareFolder({ folder, disk, migrations }: PrepareDeps): Promise<void> {
  await refuseHalfCopy(folder)
  await removeLeftovers(folder)
  const wanted = migrations.length + 1
  const { found, write } = await openManifest(folder, wanted, disk)
  const { schema, migratingTo } = found
  if (schema === wanted) return
  const copy = join(folder, `before-schema-${migratingTo ?? wanted}`)
  if (migratingTo === undefined) {
    await copyData(folder, copy)
    await write({ schema, migratingTo: wanted })
  }
  await migrateFolder({ folder, copy, migrations: migrations.slice(schema - 1), disk })
  await write({ schema: wanted })
}

/** Names that we write under before a file gets its own; anything else in the folder is not ours. */
const LEFTOVER =
  /^(?:(?:(?:manifest|lock|copy|keys)\.json|journal-\d+\.ndjson|before-schema-\d+|pages\/\d+\.json)\.tmp|lock\.json\.[0-9a-f]{8})$/

/** What a crash in the middle of writing a file leaves behind. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder)
  const inPages = names.includes('pages') ? await readdir(join(folder, 'pages')) : []
  for (const name of [...names, ...inPages.map((page) => `pages/${page}`)]) {
    if (LEFTOVER.test(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}
