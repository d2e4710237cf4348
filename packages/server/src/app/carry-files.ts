import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import {
  type Batch,
  FILES,
  type WholeSource,
  type WholeTarget,
} from '../adapters/storage/whole-storage.js'
import type { FileStore } from '../domain/attachments/file-store.js'
import { CliError } from './cli-error.js'

/** Some bytes of a file as a record, so that it goes along, is added up and read back as they are. */
interface Piece {
  readonly id: string
  /** Which byte of the file comes first. */
  readonly at: number
  /** Of the whole file. */
  readonly size: number
  /** Base64. */
  readonly bytes: string
}

/** Bytes of one piece: a multiple of three, so that Base64 needs no padding in the middle. */
const PIECE = 384 * 1024

const ATTACHMENT = /^att_[0-9a-z]{26}$/

/** A source with the files behind its records: those of attachments that the records name. */
export async function withFiles(source: WholeSource, files: FileStore): Promise<WholeSource> {
  let count = 0
  for await (const _ of files.names()) count += 1
  return {
    ...source,
    counts: new Map([...source.counts, [FILES, count]]),
    async *read() {
      const ids: string[] = []
      for await (const batch of source.read()) {
        if (batch.collection === 'attachments') ids.push(...wholeOnes(batch))
        yield batch
      }
      for (const id of ids) yield* piecesOf(files, id)
    },
  }
}

/** A source without its files, which stay where they are. */
export function withoutFiles(source: WholeSource): WholeSource {
  return {
    ...source,
    counts: new Map([...source.counts].filter(([name]) => name !== FILES)),
    async *read() {
      for await (const batch of source.read()) if (batch.collection !== FILES) yield batch
    },
  }
}

/** A target that keeps files where files are kept, and records as it does. */
export function keepingFiles(target: WholeTarget, files: FileStore): WholeTarget {
  const writer = createWriter(files)
  return {
    ...target,
    async write(batch) {
      if (batch.collection !== FILES) return target.write(batch)
      for (const record of batch.records) await writer.take(JSON.parse(record) as Piece)
    },
    async *readBack() {
      yield* target.readBack()
      for (const id of writer.written) yield* piecesOf(files, id)
    },
    async close() {
      writer.drop()
      await target.close()
    },
  }
}

function wholeOnes({ records }: Batch): string[] {
  const attachments = records.map((text) => JSON.parse(text) as { id: string; isWhole: boolean })
  return attachments.filter(({ isWhole }) => isWhole).map(({ id }) => id)
}

/** The pieces of a file, all but the last of one size; nothing where it is gone by now. */
async function* piecesOf(files: FileStore, id: string): AsyncGenerator<Batch> {
  const bytes = await files.read(id)
  if (!bytes) return
  const pieces: Buffer[] = []
  let size = 0
  let rest = Buffer.alloc(0)
  for await (const chunk of bytes) {
    size += chunk.length
    rest = Buffer.concat([rest, chunk])
    for (; rest.length > PIECE; rest = rest.subarray(PIECE)) pieces.push(rest.subarray(0, PIECE))
  }
  pieces.push(rest)
  for (const [number, piece] of pieces.entries()) {
    const record: Piece = { id, at: number * PIECE, size, bytes: piece.toString('base64') }
    yield { collection: FILES, records: [JSON.stringify(record)] }
  }
}

/** Gives pieces to a store as one stream of bytes for each file. */
function createWriter(files: FileStore) {
  const written: string[] = []
  let open: { id: string; bytes: PassThrough; kept: Promise<void> } | undefined

  return {
    /** The files that are whole, in their order. */
    written,

    async take({ id, at, size, bytes }: Piece): Promise<void> {
      if (!ATTACHMENT.test(id)) throw new CliError('A file in it has a name that no file has.')
      if (at === 0) open = begin(id)
      if (open?.id !== id) throw new CliError('A file in it does not begin at its beginning.')
      const { bytes: stream, kept } = open
      const piece = Buffer.from(bytes, 'base64')
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), kept])
      if (at + piece.length < size) return
      stream.end()
      await kept
      written.push(id)
      open = undefined
    },

    /** Gives up what is not whole. */
    drop(): void {
      open?.bytes.destroy(new Error('The copy was stopped'))
    },
  }

  function begin(id: string) {
    const bytes = new PassThrough()
    const kept = files.write(id, bytes)
    // Told to whoever writes next.
    kept.catch(() => {})
    return { id, bytes, kept }
  }
}
