import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { Low } from 'lowdb'
import { damaged } from './damage.js'
import { type Disk, realDisk } from './disk.js'
import { durableFile } from './durable-file.js'

/** What `manifest.json` says about a folder. */
export interface Manifest {
  /** Raised when stored records change their shape. */
  readonly schema: number
  /** While the folder is rewritten for this schema: until then its copy is the truth. */
  readonly migratingTo?: number
}

/**
 * The manifest of a folder, written where the folder is new. Throws for a folder of a newer schema,
 * and for one that holds data but no manifest.
 */
export async function openManifest(folder: string, schema: number, disk: Disk) {
  const low = new Low<Manifest>(manifestFile(join(folder, 'manifest.json'), disk), NEW)
  await low.read()
  const newest = Math.max(low.data.schema, low.data.migratingTo ?? 0)
  if (newest > schema) {
    throw unusable(
      `${folder} was written by a newer Waypost (schema ${newest}; this one knows up to ${schema}). ` +
        'Start that version, or restore a copy from before the upgrade',
    )
  }
  if (low.data === NEW) {
    const kept = (await readdir(folder)).filter((name) =>
      /^(pages|journal-\d+\.ndjson)$/.test(name),
    )
    if (kept.length > 0) throw unusable(`${folder} holds data, but its manifest.json is missing`)
    await write({ schema })
  }

  async function write(manifest: Manifest): Promise<void> {
    low.data = manifest
    await low.write()
  }

  return { found: low.data, write }
}

/** Makes a folder one of this schema, whatever it was before. */
export async function writeManifest(folder: string, schema: number): Promise<void> {
  await manifestFile(join(folder, 'manifest.json'), realDisk).write({ schema })
}

const NEW: Manifest = { schema: 0 }

function manifestFile(path: string, disk: Disk) {
  return durableFile<Manifest>({
    path,
    disk,
    encode: (manifest) => `${JSON.stringify(manifest)}\n`,
    decode(bytes) {
      const found = readJson(bytes) as Manifest | null | undefined
      if (Number.isInteger(found?.schema)) return found as Manifest
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
