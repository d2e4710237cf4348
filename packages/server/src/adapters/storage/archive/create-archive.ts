import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { WaypostError } from '@waypost/sdk/contract'
import type { WholeTarget } from '../whole-storage.js'
import { encodeBatch, encodeEnd, encodeHead } from './archive-lines.js'
import { type ArchiveOptions, readArchive } from './read-archive.js'

/**
 * A file that takes its name when it is whole, read back and safe from a power cut; nobody but its
 * owner can read it. Throws where the name is taken.
 */
export async function createArchive(
  path: string,
  { takenAt, ...options }: ArchiveOptions & { takenAt: Date },
): Promise<WholeTarget> {
  const name = resolve(path)
  refuseTaken(name)
  const temporary = `${name}.${process.pid}.tmp`
  const file = await open(temporary, 'wx', 0o600)
  const zip = createGzip()
  const written = pipeline(zip, file.createWriteStream({ flush: true }))
  // Told to whoever writes next.
  written.catch(() => undefined)

  async function write(text: string): Promise<void> {
    if (!zip.write(text)) await Promise.race([once(zip, 'drain'), written])
  }

  return {
    name,

    async begin(head) {
      await write(encodeHead({ ...head, takenAt: takenAt.toISOString() }))
      return new Map()
    },

    write: (batch) => write(encodeBatch(batch)),

    async seal(sums) {
      zip.end(encodeEnd(sums))
      await written
    },

    async *readBack() {
      const unzipped = createReadStream(temporary).pipe(createGunzip())
      yield* (await readArchive(unzipped, { name, ...options })).read()
    },

    async finish() {
      refuseTaken(name)
      await rename(temporary, name)
      await syncFolder(dirname(name))
    },

    async close() {
      zip.destroy()
      await rm(temporary, { force: true })
    },
  }
}

function refuseTaken(name: string): void {
  if (!existsSync(name)) return
  throw new WaypostError('unavailable', { detail: `${name} is there already; it is left alone` })
}

/** Makes a new name survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; there the file system's own journal has to do.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
