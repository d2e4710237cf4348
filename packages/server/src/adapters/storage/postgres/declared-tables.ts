import { tables } from '../../../domain/storage.js'
import { encodePosition } from '../../../foundation/position.js'
import type { StoredRecord, TableDeclaration } from '../../../foundation/records.js'
import { toSortText } from './sort-text.js'
import { type TextRow, textRow } from './texts.js'

/**
 * Raised whenever a declared index gives other keys or another order than before: then the entries
 * in every database are made anew. `declared-tables.test.ts` says when, and asks for a step.
 */
const INDEXES = 1

/** The same for texts: raised whenever other words come of them, or they are kept otherwise. */
const TEXTS = 2

/** One place at which a record stands in an index, as texts that sort in the database. */
export interface Entry {
  readonly index: string
  readonly key: string
  readonly sort: string
}

export type DeclaredTable = ReturnType<typeof declared>

/** The tables of the port, under the names that transactions give them. */
export const storeTables: ReadonlyMap<string, DeclaredTable> = new Map(
  Object.entries(tables).map(([store, table]) => [
    store,
    declared(table as unknown as Declaration),
  ]),
)

/** The log: what is read of it is found by its ids alone, which are its numbers. */
export const eventTable = declared({ name: 'events', indexes: {} })

export const declaredTables: readonly DeclaredTable[] = [...storeTables.values(), eventTable]

type Declaration = TableDeclaration<StoredRecord, string>

function declared({ name, indexes, texts }: Declaration) {
  const orderOf = (index: string, record: StoredRecord) =>
    indexes[index]?.order?.(record) ?? record.createdAt

  return {
    name,
    /** What it is called in SQL. */
    sql: `waypost."${name}"`,
    /** Entries that were made under another one are made anew. */
    signature: `${INDEXES}:${Object.keys(indexes).sort().join(',')}${texts ? `:${TEXTS}` : ''}`,

    hasIndexes: Object.keys(indexes).length > 0,

    /** The table whose records are found by texts of this one; nothing where none is searched. */
    textsOf: texts?.of,

    textOf(record: StoredRecord): TextRow | null {
      return texts ? textRow(texts, record) : null
    },

    /** Throws for a record that an index cannot take. */
    entriesOf(record: StoredRecord): Entry[] {
      const entries: Entry[] = []
      for (const index in indexes) {
        const keys = new Set(indexes[index]?.keys(record))
        // Most indexes of a table hold nothing of most of its records.
        if (keys.size === 0) continue
        const sort = toSortText(orderOf(index, record))
        for (const key of keys) entries.push({ index, key: toSortText(key), sort })
      }
      return entries
    },

    /** The position behind a record, as every adapter gives it out. */
    positionOf(index: string, record: StoredRecord): string {
      return encodePosition({ order: orderOf(index, record), id: record.id })
    },

    /** When a record was born, in SQL, where `e` is its entry in an index and `r` its row. */
    birthOf(index: string): string {
      return indexes[index]?.order ? "(r.record ->> 'createdAt')" : 'e.sort'
    },

    refuseUnknown(index: string): void {
      if (!indexes[index]) throw new Error(`Table ${name} declares no index "${index}"`)
    },
  }
}
