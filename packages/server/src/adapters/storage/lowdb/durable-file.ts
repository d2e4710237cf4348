import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { syncFolder } from '../../durable-folder.js'
import { type Disk, hasErrno, realDisk } from './disk.js'

export interface DurableFileOptions<T> {
  path: string
  encode(data: T): string
  /** Throws for bytes that `encode` never made. */
  decode(bytes: Buffer): T
  /** What must be safe before the file may say it; nothing unless given. */
  whenReady?(): Promise<void>
  disk?: Disk
  /** `false` where the caller syncs the folder itself, once for many files. */
  syncsFolder?: boolean
}

/**
 * A lowdb adapter whose `write` resolves when the file would survive a power cut: a temporary file
 * is synced and then takes the name, so there is always an old or a new file and never a half.
 * (lowdb's own `JSONFile` renames without syncing: a power cut can lose the old one as well.)
 */
export function durableFile<T>(options: DurableFileOptions<T>): Adapter<T> {
  const { path, encode, decode, whenReady, disk = realDisk, syncsFolder = true } = options
  const temporary = `${path}.tmp`

  return {
    async read() {
      try {
        return decode(await readFile(path))
      } catch (error) {
        if (hasErrno(error, 'ENOENT')) return null
        throw error
      }
    },

    /** Takes the data as it is at the moment of the call. */
    async write(data) {
      const bytes = Buffer.from(encode(data))
      await whenReady?.()
      try {
        const file = await open(temporary, 'w', 0o600)
        try {
          await disk.append(file, bytes)
          await disk.sync(file)
        } finally {
          await file.close()
        }
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      if (syncsFolder) await syncFolder(dirname(path))
    },
  }
}
