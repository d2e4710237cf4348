import { WaypostError, type WaypostEvent } from '@waypost/sdk/contract'
import type { Transaction } from '../../domain/storage.js'
import type { RecordStore, StoredRecord } from '../../foundation/records.js'
import type { Change } from './change.js'
import { freezeRecord } from './freeze-record.js'
import type { KeptEvents } from './kept-events.js'
import type { AnyTable, KeptTables } from './kept-tables.js'
import type { KeptTexts } from './kept-texts.js'

const IS_OVER = '[waypost] storage: this transaction is over; its stores work only inside of it'
const READ_TOO_LATE =
  '[waypost] storage: a transaction may not read after its first save, delete or event; read first'

const NOT_YET = '[waypost] storage: what is searched is being read; this work runs again after it'

/**
 * One transaction: reads come from the tables, writes wait in it until it is taken over whole.
 * Records are frozen as they go in or out, so that filling tables from a disk need not do it.
 */
export function openTransaction(kept: KeptTables, events: KeptEvents, texts: KeptTexts) {
  const changes = new Map<string, Change>()
  const added: WaypostEvent[] = []
  let state: 'reading' | 'writing' | 'over' = 'reading'
  let lacksTexts = false

  function refuseUnlessReading(): void {
    if (state === 'reading') return
    throw new Error(state === 'over' ? IS_OVER : READ_TOO_LATE)
  }

  function startWriting(): void {
    if (state === 'over') throw new Error(IS_OVER)
    state = 'writing'
  }

  function storeOn(table: AnyTable): RecordStore<StoredRecord, string> {
    function change(id: string, record: StoredRecord | null): void {
      startWriting()
      changes.set(`${table.name}/${id}`, { table: table.name, id, record })
    }

    return {
      async find(id) {
        refuseUnlessReading()
        return freezeRecord(table.get(id))
      },
      async get(id) {
        refuseUnlessReading()
        const record = table.get(id)
        if (!record) throw new WaypostError('not_found')
        return freezeRecord(record)
      },
      async findBy(index, key) {
        refuseUnlessReading()
        return freezeRecord(table.first(index, key))
      },
      async list(index, key, page) {
        refuseUnlessReading()
        return freezeRecord(table.list(index, key, page))
      },
      async count(index, key) {
        refuseUnlessReading()
        return table.count(index, key)
      },
      async search(index, key, words, page) {
        refuseUnlessReading()
        if (!texts.isReady()) {
          lacksTexts = true
          throw new Error(NOT_YET)
        }
        return freezeRecord(texts.search(table, index, key, words, page))
      },
      save(record) {
        table.check(record)
        change(record.id, freezeRecord(record))
      },
      delete(id) {
        change(id, null)
      },
    }
  }

  const log: Transaction['events'] = {
    add(event) {
      startWriting()
      added.push(freezeRecord(event))
    },
    async listAfter(number, limit) {
      refuseUnlessReading()
      return events.listAfter(number, limit)
    },
    async last() {
      refuseUnlessReading()
      return events.last()
    },
    async first() {
      refuseUnlessReading()
      return events.first()
    },
  }

  const made: Record<string, unknown> = { events: log }
  // Stores are made when they are asked for: most work needs two or three of them.
  const tx = new Proxy(made, {
    get(_, name: string) {
      const table = kept.named.get(name)
      if (table) made[name] ??= storeOn(table)
      return made[name]
    },
  })

  return {
    tx: tx as unknown as Transaction,

    /** Whether it has asked for words before they were ready: then it is to run again. */
    lacksTexts: () => lacksTexts,

    /** Ends it: what it would change. From now on its stores refuse. */
    end(): { changes: readonly Change[]; added: readonly WaypostEvent[] } {
      state = 'over'
      return { changes: [...changes.values()].filter(kept.isChange), added }
    },
  }
}
