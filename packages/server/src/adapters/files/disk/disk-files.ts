import { open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import type { FileStore } from '../../../domain/attachments/file-store.js'
import { makeFolder, syncFolder } from '../../durable-folder.js'

export interface DiskFilesOptions {
  folder: string
  /** Bytes that must stay free on the disk; 256 MB unless said. */
  floor?: number
}

/**
 * Keeps files in a folder, each under its own name in one of a thousand folders. A file takes its
 * name when it would survive a power cut; nobody but the owner of the process can read it.
 */
export function openDiskFiles({ folder, floor = 256_000_000 }: DiskFilesOptions): FileStore {
  const pathOf = (name: string) => join(folder, shelfOf(name), name)

  return {
    async write(name, bytes) {
      const path = pathOf(name)
      await makeFolder(dirname(path))
      await refuseFullDisk(folder, floor)
      const draft = path + DRAFT
      try {
        const file = await open(draft, 'w', 0o600)
        try {
          for await (const chunk of bytes) await file.writeFile(chunk)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await rm(draft, { force: true })
        throw hasErrno(error, 'ENOSPC') ? new WaypostError('storage_full', { cause: error }) : error
      }
    },

    async read(name, range) {
      const file = await open(pathOf(name)).catch((error: unknown) => {
        if (hasErrno(error, 'ENOENT')) return undefined
        throw error
      })
      if (!file) return undefined
      return file.createReadStream(range && { start: range.first, end: range.last })
    },

    async delete(name) {
      await rm(pathOf(name), { force: true })
      await rm(pathOf(name) + DRAFT, { force: true })
    },

    async *names() {
      for (const shelf of (await namesIn(folder)).filter((name) => SHELF.test(name))) {
        for (const name of await namesIn(join(folder, shelf))) {
          if (!name.endsWith(DRAFT)) yield name
        }
      }
    },
  }
}

const DRAFT = '.part'
const SHELF = /^[0-9a-z]{2}$/
const NAME = /^[a-z]+_[0-9a-z]{26}$/

/** The folder for a name: two of its random letters. Nothing that could be a path gets this far. */
function shelfOf(name: string): string {
  if (!NAME.test(name)) throw new Error('No name of a file')
  return name.slice(-2)
}

async function refuseFullDisk(folder: string, floor: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize >= floor) return
  const megabytes = Math.floor((bavail * bsize) / 1_000_000)
  throw new WaypostError('storage_full', { detail: `Only ${megabytes} MB are free for files` })
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (hasErrno(error, 'ENOENT')) return []
    throw error
  })
}

function hasErrno(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code
}
