import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { Low } from 'lowdb'
import { damaged } from './damage.js'
import type { Disk } from './disk.js'
import { durableFile } from './durable-file.js'

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
  const low = new Low<Manifest>(manifestFile(join(folder, 'manifest.json'), disk), NEW)
  await low.read()
  const found = low.data.schema
  if (found > schema) {
    throw unusable(
      `${folder} was written by a newer Waypost (schema ${found}; this one knows up to ${schema}). ` +
        'Start that version, or restore a copy from before the upgrade',
    )
  }
  if (low.data === NEW) {
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

  return { schema: low.data.schema, setSchema }
}

const NEW: Manifest = { schema: 0 }

function manifestFile(path: string, disk: Disk) {
  return durableFile<Manifest>({
    path,
    disk,
    encode: (manifest) => `${JSON.stringify(manifest)}\n`,
    decode(bytes) {
      const found = readJson(bytes) as Partial<Manifest> | null | undefined
      const schema = found?.schema
      if (Number.isInteger(schema)) return { schema: schema as number }
      throw damaged(path, 0, 'it names no schema')
    },
  })
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

function unusable(detail: string): WaypostError {
  return new WaypostError('unavailable', { detail })
}
