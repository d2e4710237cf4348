import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileStore } from '../domain/attachments/file-store.js'
import { newId } from '../foundation/ids.js'

export interface FileStoreUnderTest {
  /** An empty one. */
  open(): Promise<FileStore>
  /** Lets go of what `open` has begun. */
  close?(): Promise<void>
}

/**
 * Every promise of the port on files as tests: an adapter that passes them whole may be used in the
 * place of any other. Runs inside of Vitest.
 */
export function describeFileStore(name: string, { open, close }: FileStoreUnderTest): void {
  describe(name, () => {
    let files: FileStore
    beforeAll(async () => {
      files = await open()
    })
    afterAll(() => close?.())

    it('gives back what it was given', async () => {
      const id = newId('att')
      await files.write(id, chunksOf('Rein', '', 'deer \u{1f98c}'))
      expect(await textOf(files, id)).toBe('Reindeer \u{1f98c}')
    })

    it('keeps a file in which there is nothing', async () => {
      const id = newId('att')
      await files.write(id, chunksOf())
      expect(await textOf(files, id)).toBe('')
    })

    it('keeps a file of many megabytes as it is', async () => {
      const id = newId('att')
      const piece = Buffer.from(Array.from({ length: 65_521 }, (_, at) => (at * 7) % 251))
      const pieces = Array.from({ length: 280 }, () => piece)
      await files.write(id, chunksOf(...pieces))
      expect((await bytesOf(files, id))?.equals(Buffer.concat(pieces))).toBe(true)
      const range = { first: 9_000_000, last: 9_000_009 }
      expect(await bytesOf(files, id, range)).toEqual(
        Buffer.concat(pieces).subarray(range.first, range.last + 1),
      )
    })

    it('gives a part of a file: its first byte, its last, and some between', async () => {
      const id = newId('att')
      await files.write(id, chunksOf('0123456789'))
      expect(await textOf(files, id, { first: 0, last: 0 })).toBe('0')
      expect(await textOf(files, id, { first: 3, last: 5 })).toBe('345')
      expect(await textOf(files, id, { first: 9, last: 9 })).toBe('9')
    })

    it('has nothing under a name that was never written', async () => {
      expect(await files.read(newId('att'))).toBeUndefined()
    })

    it('has nothing of a file whose bytes ended in an error', async () => {
      const [short, long] = [newId('att'), newId('att')]
      const failure = new Error('the caller hung up')
      await expect(files.write(short, breaking(failure, 1))).rejects.toBe(failure)
      await expect(files.write(long, breaking(failure, 10))).rejects.toBe(failure)
      expect(await files.read(short)).toBeUndefined()
      expect(await files.read(long)).toBeUndefined()
    })

    it('takes a file away, and does not mind when it is gone', async () => {
      const id = newId('att')
      await files.write(id, chunksOf('gone'))
      await files.delete(id)
      expect(await files.read(id)).toBeUndefined()
      await files.delete(id)
      await files.delete(newId('att'))
    })

    it('names every file that it has, and no other', async () => {
      const before = await namesOf(files)
      const ids = [newId('att'), newId('att'), newId('att')]
      for (const id of ids) await files.write(id, chunksOf(id))
      const [gone = ''] = ids
      await files.delete(gone)
      expect(await namesOf(files)).toEqual([...before, ...ids.slice(1)].sort())
    })

    it('takes many files at the same time', async () => {
      const ids = Array.from({ length: 20 }, () => newId('att'))
      await Promise.all(ids.map((id) => files.write(id, chunksOf(id, id))))
      for (const id of ids) expect(await textOf(files, id)).toBe(id + id)
    })
  })
}

async function* chunksOf(...pieces: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece as string)
}

/** So many megabytes, and then an error. */
async function* breaking(error: Error, megabytes: number): AsyncGenerator<Uint8Array> {
  for (let count = 0; count < megabytes; count++) yield Buffer.alloc(1024 * 1024)
  throw error
}

async function bytesOf(files: FileStore, name: string, range?: { first: number; last: number }) {
  const bytes = await files.read(name, range)
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes ?? []) chunks.push(chunk)
  return bytes && Buffer.concat(chunks)
}

async function textOf(...said: Parameters<typeof bytesOf>): Promise<string | undefined> {
  return (await bytesOf(...said))?.toString()
}

async function namesOf(files: FileStore): Promise<string[]> {
  const names: string[] = []
  for await (const name of files.names()) names.push(name)
  return names.sort()
}
