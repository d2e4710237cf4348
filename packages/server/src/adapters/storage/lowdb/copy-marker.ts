import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { syncFolder } from '../../durable-folder.js'
import { damaged } from './damage.js'
import { durableFile } from './durable-file.js'

/** What `copy.json` says: the folder is being filled, and holds no more than a part of this. */
export interface CopyMarker {
  readonly from: string
}

/** The marker of a folder that is half a copy: there until the copy is whole. */
export function copyMarker(folder: string) {
  const path = join(folder, 'copy.json')
  const file = durableFile<CopyMarker>({
    path,
    encode: (marker) => `${JSON.stringify(marker)}\n`,
    decode: (bytes) => parse(bytes, path),
  })

  return {
    find: file.read,
    write: file.write,
    async remove(): Promise<void> {
      await rm(path, { force: true })
      await syncFolder(folder)
    },
  }
}

/** Throws where the folder is half a copy: nobody may be answered from that. */
export async function refuseHalfCopy(folder: string): Promise<void> {
  const marker = await copyMarker(folder).find()
  if (!marker) return
  const what = `${folder} holds only a part of ${marker.from}`
  const detail = `${what}: a copy was interrupted. Run it again to finish it`
  throw new WaypostError('unavailable', { detail })
}

function parse(bytes: Buffer, path: string): CopyMarker {
  try {
    const { from } = JSON.parse(bytes.toString()) as CopyMarker
    if (typeof from === 'string') return { from }
  } catch {
    // Not what was written, like any other text.
  }
  throw damaged(path, 0, 'it names no source')
}
