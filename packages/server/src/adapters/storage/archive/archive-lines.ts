import { createSums } from '../collection-sums.js'
import type { Batch, CopyHead, Counts, Sums, WholeSource } from '../whole-storage.js'

/**
 * An archive is lines of JSON: a head, one line for each record, and at the end what each collection
 * adds up to. `gunzip -c … | head -1` shows what one is.
 */
export interface ArchiveHead extends CopyHead {
  /** RFC 3339 UTC. */
  readonly takenAt: string
}

const KIND = 'waypost-archive'
/** Raised when lines change their shape. */
const VERSION = 1
const RECORD = /^\["(\w+)",/

export function encodeHead({ counts, ...head }: ArchiveHead): string {
  const kind = { kind: KIND, version: VERSION }
  return `${JSON.stringify({ ...kind, ...head, counts: Object.fromEntries(counts) })}\n`
}

export function encodeBatch({ collection, records }: Batch): string {
  return records.map((record) => `["${collection}",${record}]\n`).join('')
}

export function encodeEnd(sums: Sums): string {
  return `${JSON.stringify({ sums: Object.fromEntries(sums) })}\n`
}

/** All lines of the archive of a source, some hundred at a time. */
export async function* archiveLines(source: WholeSource, takenAt: Date): AsyncGenerator<string> {
  const { name: from, schema, counts, keys } = source
  const sums = createSums()
  yield encodeHead({ from, schema, counts, keys, takenAt: takenAt.toISOString() })
  for await (const batch of source.read()) {
    sums.add(batch)
    yield encodeBatch(batch)
  }
  yield encodeEnd(sums.all())
}

/** Throws an `Error` that says why a line begins no archive that this version can read. */
export function decodeHead(line: string): ArchiveHead {
  const head = parse(line) as ReturnType<typeof JSON.parse>
  if (head?.kind !== KIND) throw new Error('it is no archive of Waypost')
  if (head.version !== VERSION) throw new Error('it was written by a newer Waypost')
  const { from, schema, takenAt, keys } = head
  return { from, schema, takenAt, keys, counts: new Map(Object.entries(head.counts)) as Counts }
}

/** The collection and the text of a record, or what the archive adds up to: its last line. */
export function decodeLine(
  line: string,
): { collection: string; record: string } | { sums: Sums } | undefined {
  const collection = RECORD.exec(line)?.[1]
  if (collection !== undefined && line.endsWith(']')) {
    return { collection, record: line.slice(collection.length + 4, -1) }
  }
  const end = parse(line) as { sums?: Record<string, never> } | undefined
  return end?.sums && { sums: new Map(Object.entries(end.sums)) }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
