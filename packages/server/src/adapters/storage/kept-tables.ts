import type { WaypostEvent } from '@waypost/sdk/contract'
import { tables } from '../../domain/storage.js'
import { declareTable, type StoredRecord, type TableDeclaration } from '../../foundation/records.js'
import { createTable, type Table } from '../../foundation/table.js'
import type { Change } from './change.js'

/** One event of the log as it is kept; its id is its number, padded so that text sorts as numbers. */
export interface StoredEvent extends StoredRecord {
  readonly expiresAt: string
  readonly event: WaypostEvent
}

/** A number that must outlive the records it was read from. */
export interface Mark extends StoredRecord {
  readonly value: number
}

const eventTable = declareTable<StoredEvent>()({
  name: 'events',
  indexes: { number: { keys: () => [''], order: (event) => event.id } },
})

const markTable = declareTable<Mark>()({ name: 'marks', indexes: {} })

/** A table whose records are known by shape only: for what treats all tables alike. */
export type AnyTable = Table<StoredRecord, string>

export type KeptTables = ReturnType<typeof createKeptTables>

/** All tables of the port, the event log and the marks, empty, in memory. */
export function createKeptTables() {
  const events = createTable(eventTable)
  const marks = createTable(markTable)
  const named = new Map(
    Object.entries(tables).map(([name, declaration]) => [name, anyTable(declaration)]),
  )
  const all = [...named.values(), events, marks] as unknown as readonly AnyTable[]
  const byName = new Map(all.map((table) => [table.name, table]))

  return {
    events,
    marks,
    /** The tables of the port, under the names that transactions give them. */
    named,
    all,

    /** Whether the change would alter anything. */
    isChange({ table, id, record }: Change): boolean {
      return byName.get(table)?.get(id) !== (record ?? undefined)
    },

    /** A change of a table that is no longer declared is passed over. */
    apply({ table, id, record }: Change): void {
      if (record) byName.get(table)?.put(record)
      else byName.get(table)?.delete(id)
    },
  }
}

function anyTable(declaration: unknown): AnyTable {
  return createTable(declaration as TableDeclaration<StoredRecord, string>)
}
