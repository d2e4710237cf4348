import { tables } from '../../domain/storage.js'

/**
 * Everything that a storage keeps, record by record, past its stores: what is moved from one storage
 * into another, and what an archive holds. A record is the JSON text that it is kept as, so that
 * nothing on the way can change it.
 */
export interface WholeSource {
  /** What people call it: a folder, a file, or the address of a database without its password. */
  readonly name: string
  /** The schema of its records. */
  readonly schema: number
  /** How many records each collection has. */
  readonly counts: Counts
  /** What `keys.json` says; nothing where keys are kept elsewhere. */
  readonly keys: string | undefined
  /**
   * All records as they were at one moment, collection by collection, in an order that is the same
   * each time. Throws, at its end at the latest, where they are not what was written.
   */
  read(): AsyncIterable<Batch>
  /** Lets go of locks, connections and what only half exists. */
  close(): Promise<void>
}

/** What a source is copied into. It is no storage before `finish`: no server takes it. */
export interface WholeTarget {
  readonly name: string
  /**
   * Makes it ready and resolves to what an interrupted copy of the same source has left in it. Throws
   * where it holds anything else.
   */
  begin(head: CopyHead): Promise<Counts>
  /** Takes records behind those that it has. */
  write(batch: Batch): Promise<void>
  /**
   * Resolves when all that was written would survive a power cut; `onProgress` hears of records, where
   * this takes its time.
   */
  seal(sums: Sums, onProgress: (done: number) => void): Promise<void>
  /** What was written, read from where it stands. */
  readBack(): AsyncIterable<Batch>
  /** From now on it is whole. */
  finish(): Promise<void>
  close(): Promise<void>
}

export type CopyHead = Pick<WholeSource, 'schema' | 'counts' | 'keys'> & {
  /** The name of the source. */
  readonly from: string
}

/** Some records of one collection. */
export interface Batch {
  readonly collection: string
  readonly records: readonly string[]
}

export type Counts = ReadonlyMap<string, number>

/** What a collection adds up to, in whatever order its records come. */
export interface Sum {
  readonly records: number
  /** Twelve hexadecimal digits. */
  readonly checksum: string
}

export type Sums = ReadonlyMap<string, Sum>

/** Of running servers alone: in a copy they would speak of servers that are not there. */
const PASSING: readonly string[] = [tables.leases.name, tables.nodes.name]

/** What is copied, in this order: the tables of the port, and the event log. */
export const collections: readonly string[] = [
  ...Object.values(tables)
    .map(({ name }) => name)
    .filter((name) => !PASSING.includes(name)),
  'events',
  'marks',
]

/** The files of attachments, in pieces. No storage keeps them: they go along with what it keeps. */
export const FILES = 'files'

/**
 * The number of the newest event, as the one record of `marks`: a copy goes on counting from there
 * also where the event itself is gone. Its date says nothing, so that equal numbers are equal texts.
 */
export function newestEventMark(value: number) {
  return { id: 'newest-event', createdAt: '1970-01-01T00:00:00.000Z', value } as const
}

/** Enough for a round trip to be worth it, little enough to stand in memory many times over. */
const BATCH_RECORDS = 500
const BATCH_LENGTH = 512 * 1024

/** Puts texts together into batches, as they come. */
export function* batchesOf(collection: string, texts: Iterable<string>): Generator<Batch> {
  let records: string[] = []
  let length = 0
  for (const text of texts) {
    records.push(text)
    length += text.length
    if (records.length < BATCH_RECORDS && length < BATCH_LENGTH) continue
    yield { collection, records }
    records = []
    length = 0
  }
  if (records.length > 0) yield { collection, records }
}
