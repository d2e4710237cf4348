import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { Low } from 'lowdb'
import type { Disk } from './disk.js'
import { durableJson } from './durable-file.js'

/** What `manifest.json` says about a folder. */
export interface Manifest {
  /** Raised when stored records change their shape. */
  readonly schema: number
}

/**
 * The manifest of a folder, written where the folder is new. Throws for a folder of a newer schema,
 * and for one that holds data but no manifest.
 */
export async function openManifest(folder: string, schema: number, disk: Disk) {
  const path = join(folder, 'manifest.json')
  const low = new Low<Manifest>(durableJson(path, disk), { schema: 0 })
  await low.read()
  const found = low.data.schema
  if (found > schema) {
    throw unusable(
      `${folder} was written by a newer Waypost (schema ${found}; this one knows up to ${schema}). ` +
        'Start that version, or restore a copy from before the upgrade',
    )
  }
  if (found === 0) {
    const kept = (await readdir(folder)).filter((name) =>
      /^(pages|journal-\d+\.ndjson)$/.test(name),
    )
    if (kept.length > 0) throw unusable(`${folder} holds data, but its manifest.json is missing`)
    await setSchema(schema)
  }

  async function setSchema(to: number): Promise<void> {
    low.data = { schema: to }
    await low.write()
  }

  return { schema: found === 0 ? schema : found, setSchema }
}

function unusable(detail: string): WaypostError {
  return new WaypostError('unavailable', { detail: `[waypost] storage: ${detail}` })
}
