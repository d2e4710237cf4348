import { WaypostError, type WaypostEvent } from '@waypost/sdk/contract'
import type { LoggedEvent } from '../../domain/event-log.js'
import type { Transaction } from '../../domain/storage.js'
import type {
  Page,
  PageRequest,
  RecordStore,
  SearchPageRequest,
  StoredRecord,
} from '../../foundation/records.js'
import { freezeRecord } from './freeze-record.js'

const IS_OVER = '[waypost] storage: this transaction is over; its stores work only inside of it'
const READ_TOO_LATE =
  '[waypost] storage: a transaction may not read after its first save, delete or event; read first'

/** What a transaction reads: all of it as it was at one moment. */
export interface WorkReader<Table> {
  find(table: Table, id: string): Promise<StoredRecord | undefined>
  first(table: Table, index: string, key: string): Promise<StoredRecord | undefined>
  list(table: Table, index: string, key: string, page: PageRequest): Promise<Page<StoredRecord>>
  count(table: Table, index: string, key: string): Promise<number>
  search(
    table: Table,
    index: string,
    key: string,
    words: string,
    page: SearchPageRequest,
  ): Promise<Page<StoredRecord>>
  eventsAfter(number: number, limit: number): Promise<readonly LoggedEvent[]>
  lastEvent(): Promise<number>
  firstEvent(): Promise<number>
}

/** What takes note of the writes of a transaction, until they are taken over whole or forgotten. */
export interface WorkWriter<Table> {
  /** Throws for a record that cannot be kept. */
  save(table: Table, record: StoredRecord): void
  delete(table: Table, id: string): void
  add(event: WaypostEvent): void
}

export interface WorkDeps<Table> {
  /** The tables of the port, under the names that transactions give them. */
  tables: ReadonlyMap<string, Table>
  reader: WorkReader<Table>
  writer: WorkWriter<Table>
}

/**
 * One transaction over whatever reads and takes note: what is wrong with the order of its calls is
 * refused here. Records are frozen as they go in or out, so that filling tables need not do it.
 */
export function openWork<Table>({ tables, reader, writer }: WorkDeps<Table>) {
  let state: 'reading' | 'writing' | 'over' = 'reading'

  async function read<T>(step: () => Promise<T>): Promise<T> {
    if (state !== 'reading') throw new Error(state === 'over' ? IS_OVER : READ_TOO_LATE)
    return freezeRecord(await step())
  }

  function write(step: () => void): void {
    if (state === 'over') throw new Error(IS_OVER)
    step()
    state = 'writing'
  }

  function storeOn(table: Table): RecordStore<StoredRecord, string> {
    const find = (id: string) => read(() => reader.find(table, id))
    return {
      find,
      async get(id) {
        const record = await find(id)
        if (!record) throw new WaypostError('not_found')
        return record
      },
      findBy: (index, key) => read(() => reader.first(table, index, key)),
      list: (index, key, page) => read(() => reader.list(table, index, key, page)),
      count: (index, key) => read(() => reader.count(table, index, key)),
      search: (index, key, words, page) =>
        read(() => reader.search(table, index, key, words, page)),
      save: (record) => write(() => writer.save(table, freezeRecord(record))),
      delete: (id) => write(() => writer.delete(table, id)),
    }
  }

  const made: Record<string, unknown> = {
    events: {
      add: (event) => write(() => writer.add(freezeRecord(event))),
      listAfter: (number, limit) => read(() => reader.eventsAfter(number, limit)),
      last: () => read(reader.lastEvent),
      first: () => read(reader.firstEvent),
    } satisfies Transaction['events'],
  }
  // Stores are made when they are asked for: most work needs two or three of them.
  const tx = new Proxy(made, {
    get(_, name: string) {
      const table = tables.get(name)
      if (table) made[name] ??= storeOn(table)
      return made[name]
    },
  })

  return {
    tx: tx as unknown as Transaction,

    /** Its stores refuse from now on. */
    end(): void {
      state = 'over'
    },
  }
}
