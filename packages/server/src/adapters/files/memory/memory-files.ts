import type { FileStore } from '../../../domain/attachments/file-store.js'

/** Keeps files in this process' memory, for tests. */
export function createMemoryFiles(): FileStore {
  const files = new Map<string, Buffer>()
  return {
    async write(name, bytes) {
      const chunks: Uint8Array[] = []
      for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk))
      files.set(name, Buffer.concat(chunks))
    },

    async read(name, range) {
      const file = files.get(name)
      if (!file) return undefined
      return chunksOf(range ? file.subarray(range.first, range.last + 1) : file)
    },

    async delete(name) {
      files.delete(name)
    },

    async *names() {
      yield* [...files.keys()]
    },
  }
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
}
