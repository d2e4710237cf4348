import { setImmediate } from 'node:timers/promises'
import type { StoredRecord } from '../../../foundation/records.js'
import { batchesOf, collections, newestEventMark, type WholeSource } from '../whole-storage.js'

export interface WholeRecordsDeps {
  name: string
  schema: number
  keys: string | undefined
  /** The records of a collection, as references: they never change, so they stay of one moment. */
  recordsOf(collection: string): readonly StoredRecord[]
  /** Resolves when what was taken would survive a power cut. */
  whenSafe?(): Promise<void>
  close(): Promise<void>
}

/**
 * Records in memory as a whole. References are taken at the call, texts are made a batch at a time,
 * so that a server goes on answering and nothing stands in memory twice.
 */
export function wholeRecords(deps: WholeRecordsDeps): WholeSource {
  const { name, schema, keys, recordsOf, whenSafe, close } = deps
  const taken = new Map(collections.map((collection) => [collection, recordsOf(collection)]))
  const newest = newestEvent(taken)
  taken.set('marks', newest === 0 ? [] : [newestEventMark(newest)])

  return {
    name,
    schema,
    keys,
    counts: new Map(Array.from(taken, ([collection, records]) => [collection, records.length])),
    async *read() {
      await whenSafe?.()
      for (const [collection, records] of taken) {
        for (const batch of batchesOf(collection, textsOf(records))) {
          yield batch
          await setImmediate()
        }
      }
    },
    close,
  }
}

function newestEvent(taken: ReadonlyMap<string, readonly StoredRecord[]>): number {
  const numbers = (taken.get('events') ?? []).map(({ id }) => Number(id))
  const marks = (taken.get('marks') ?? []) as readonly (StoredRecord & { value: number })[]
  return [...numbers, ...marks.map(({ value }) => value)].reduce((a, b) => Math.max(a, b), 0)
}

function* textsOf(records: readonly StoredRecord[]): Generator<string> {
  for (const record of records) yield JSON.stringify(record)
}
