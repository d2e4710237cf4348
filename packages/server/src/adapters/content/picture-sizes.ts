import { open, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { PictureSizeOf } from '../../domain/knowledge/picture-size.js'
import { HEAD, type PictureSize, readPictureSize } from '../../foundation/picture-size.js'
import { imagePathOf } from './image-path.js'

interface Known {
  readonly version: string
  readonly size: PictureSize | undefined
}

/** Sizes of the pictures in a content folder, each read again when its file has changed. */
export function createPictureSizes(folder: string): PictureSizeOf {
  const known = new Map<string, Known>()
  return async (src) => {
    const path = src.startsWith('/content/') ? imagePathOf(src, '') : undefined
    if (path === undefined) return undefined
    try {
      const root = await realpath(folder)
      const file = await realpath(join(root, path))
      return file.startsWith(root + sep) ? await sizeOf(file) : undefined
    } catch {
      return undefined
    }
  }

  async function sizeOf(file: string): Promise<PictureSize | undefined> {
    const handle = await open(file)
    try {
      const { mtimeMs, size: length } = await handle.stat()
      const version = `${mtimeMs} ${length}`
      const before = known.get(file)
      if (before?.version === version) return before.size
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
      const size = readPictureSize(buffer.subarray(0, bytesRead))
      known.set(file, { version, size })
      return size
    } finally {
      await handle.close()
    }
  }
}
