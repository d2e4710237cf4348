import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { createGunzip } from 'node:zlib'
import { WaypostError } from '@waypost/sdk/contract'
import type { StoredRecord } from '../../../foundation/records.js'
import type { Change } from '../change.js'
import { createSums, differenceOf } from '../collection-sums.js'
import { type Batch, batchesOf, collections, FILES, type WholeSource } from '../whole-storage.js'
import { decodeHead, decodeLine } from './archive-lines.js'

export interface ArchiveOptions {
  /** The schema that records are wanted in. */
  schema: number
  /** The steps that lead to it, from schema 1 on. */
  migrations: readonly ((put: Change) => Change | null)[]
}

const TOO_EARLY = 'it ends too early'

/** An archive file as a source. */
export function openArchive(path: string, options: ArchiveOptions): Promise<WholeSource> {
  const file = resolve(path)
  const bytes = createReadStream(file)
  const unzipped = createGunzip()
  // A pipe hands on no errors.
  bytes.on('error', (error) => unzipped.destroy(error))
  return readArchive(bytes.pipe(unzipped), { name: file, ...options })
}

/**
 * The lines of an archive as a source, which can be read once. Its end says what it adds up to: a
 * torn or changed one throws there at the latest, before anybody has finished a copy of it.
 */
export async function readArchive(
  chunks: AsyncIterable<Uint8Array>,
  { name, schema, migrations }: ArchiveOptions & { name: string },
): Promise<WholeSource> {
  const bunches = linesOf(chunks, name)
  const first = await bunches.next()
  const [headLine = '', ...others] = first.value ?? []
  const head = judged(name, () => decodeHead(headLine))
  if (head.schema > schema) {
    throw damaged(name, 'it was written by a newer Waypost: restore it with that version')
  }
  const steps = migrations.slice(head.schema - 1)
  const sums = createSums()
  let isWhole = false

  function takeLine(line: string): [collection: string, record: string][] {
    const said = decodeLine(line)
    if (!said || isWhole) throw damaged(name, 'a line of it is no record')
    if ('sums' in said) {
      const different = differenceOf(said.sums, sums.all())
      if (different !== undefined) throw damaged(name, `"${different}" does not add up`)
      isWhole = true
      return []
    }
    const { collection, record } = said
    sums.add({ collection, records: [record] })
    if (collection === FILES) return [[collection, record]]
    if (!collections.includes(collection)) return []
    if (steps.length === 0) return [[collection, record]]
    return migrated(collection, record)
  }

  function migrated(table: string, text: string): [string, string][] {
    const record = JSON.parse(text) as StoredRecord
    const put: Change = { table, id: record.id, record }
    const change = steps.reduce<Change | null>((so, step) => so && step(so), put)
    return change ? [[change.table, JSON.stringify(change.record)]] : []
  }

  function* batchesIn(lines: readonly string[]): Generator<Batch> {
    const entries = lines.flatMap(takeLine)
    for (let start = 0, end = 0; start < entries.length; start = end) {
      const [collection = ''] = entries[start] ?? []
      while (entries[end]?.[0] === collection) end += 1
      yield* batchesOf(
        collection,
        entries.slice(start, end).map(([, record]) => record),
      )
    }
  }

  return {
    name,
    schema,
    counts: head.counts,
    keys: head.keys,
    async *read() {
      yield* batchesIn(others)
      for await (const lines of bunches) yield* batchesIn(lines)
      if (!isWhole) throw damaged(name, TOO_EARLY)
    },
    async close() {
      await bunches.return(undefined)
    },
  }
}

/** Lines without their newline, as many at a time as one chunk completes. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<readonly string[], undefined, undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of chunks) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (lines.length > 0) yield lines
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!code?.startsWith('Z_')) throw error
    throw damaged(name, code === 'Z_BUF_ERROR' ? TOO_EARLY : 'it is no archive, or has changed')
  }
  if (rest !== '') throw damaged(name, TOO_EARLY)
}

function judged<T>(name: string, judge: () => T): T {
  try {
    return judge()
  } catch (error) {
    throw damaged(name, (error as Error).message)
  }
}

function damaged(name: string, reason: string): WaypostError {
  return new WaypostError('unavailable', { detail: `${name} cannot be restored: ${reason}` })
}
