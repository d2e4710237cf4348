import type { FileStore } from '../../../domain/attachments/file-store.js'
import { putParts } from './put-parts.js'
import { createS3Calls, type S3Options } from './s3-calls.js'

export type { S3Options } from './s3-calls.js'

/** S3 takes nothing smaller than 5 MB as a part; so much of an upload stands in memory. */
const PART = 8 * 1024 * 1024

/**
 * Keeps files as objects of a bucket that speaks S3. A large one goes in parts: of an upload that died
 * with its server the bucket keeps those, until a rule of its own ends them.
 */
export function openS3Files(options: S3Options): FileStore {
  const call = createS3Calls(options)
  const { prefix = '' } = options

  return {
    async write(name, bytes) {
      const key = prefix + name
      const parts = partsOf(bytes, PART)
      const first = (await parts.next()).value ?? Buffer.alloc(0)
      if (first.length < PART) await call('PUT', key, { body: first })
      else await putParts(call, key, first, parts)
    },

    async read(name, range) {
      const headers = range && { Range: `bytes=${range.first}-${range.last}` }
      const { status, body } = await call('GET', prefix + name, { headers, mayBeMissing: true })
      return status === 404 ? undefined : (body ?? nothing())
    },

    async delete(name) {
      await call('DELETE', prefix + name, { mayBeMissing: true })
    },

    async *names() {
      let after: string | undefined
      do {
        const page: Record<string, string> = { 'list-type': '2', prefix }
        if (after !== undefined) page['continuation-token'] = after
        const answer = await call('GET', '', { query: page })
        const xml = await answer.text()
        for (const [, key = ''] of xml.matchAll(/<Key>([^<]*)<\/Key>/g)) {
          yield key.slice(prefix.length)
        }
        after = /<NextContinuationToken>([^<]*)</.exec(xml)?.[1]
      } while (after !== undefined)
    },
  }
}

/** The same bytes in pieces of one size; the last may be smaller. */
async function* partsOf(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    length += chunk.length
    if (length < size) continue
    const all = Buffer.concat(chunks)
    let start = 0
    for (; all.length - start >= size; start += size) yield all.subarray(start, start + size)
    chunks = [all.subarray(start)]
    length = all.length - start
  }
  if (length > 0) yield Buffer.concat(chunks)
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
