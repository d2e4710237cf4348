import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Disk, realDisk } from '../../adapters/storage/lowdb/disk.js'
import {
  type LowdbStorage,
  type LowdbStorageOptions,
  openLowdbStorage,
} from '../../adapters/storage/lowdb/lowdb-storage.js'
import { sampleMoment } from './sample-records.js'

/** Folders on the real disk, and storages opened in them; everything goes away after the tests. */
export function lowdbWorld() {
  const root = mkdtempSync(join(tmpdir(), 'waypost-lowdb-'))
  const opened: LowdbStorage[] = []
  let count = 0

  afterAll(async () => {
    await Promise.all(opened.map((storage) => storage.close()))
    rmSync(root, { recursive: true, force: true })
  })

  function newFolder(): string {
    count += 1
    return join(root, `data-${count}`)
  }

  return {
    newFolder,

    async open(folder: string, options: Partial<LowdbStorageOptions> = {}): Promise<LowdbStorage> {
      const storage = await openLowdbStorage({
        folder,
        clock: { now: () => new Date(sampleMoment(0)) },
        onFatal: (error) => {
          throw error
        },
        ...options,
      })
      opened.push(storage)
      return storage
    },

    /** The folder as a crash at this moment would leave it: a copy that no process holds. */
    afterCrash(folder: string): string {
      const copy = newFolder()
      cpSync(folder, copy, { recursive: true })
      rmSync(join(copy, 'lock.json'), { force: true })
      return copy
    },
  }
}

/** The paths of all files in a folder, sorted; without the lock. */
export function filesIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => /\d[.]|manifest/.test(path)).sort()
}

/** The real disk, which a test can slow down, fill up or break. */
export function troubledDisk() {
  const disk = {
    appends: 0,
    syncs: 0,
    free: Number.MAX_SAFE_INTEGER,
    /** Runs before each call; what it throws is the fault. */
    beforeAppend: undefined as ((n: number, bytes: Uint8Array) => unknown) | undefined,
    beforeSync: undefined as ((n: number) => unknown) | undefined,
  }
  const calls: Disk = {
    async append(file, bytes) {
      disk.appends += 1
      await disk.beforeAppend?.(disk.appends, bytes)
      await realDisk.append(file, bytes)
    },
    async sync(file) {
      disk.syncs += 1
      await disk.beforeSync?.(disk.syncs)
      await realDisk.sync(file)
    },
    freeBytes: () => disk.free,
  }
  return Object.assign(disk, { calls })
}

/** The error that Node gives for a failed call. */
export function diskError(code: 'EIO' | 'ENOSPC'): Error {
  return Object.assign(new Error(`${code}: the disk says no`), { code })
}
