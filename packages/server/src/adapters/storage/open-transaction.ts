import type { WaypostEvent } from '@waypost/sdk/contract'
import type { Change } from './change.js'
import type { KeptEvents } from './kept-events.js'
import type { AnyTable, KeptTables } from './kept-tables.js'
import type { KeptTexts } from './kept-texts.js'
import { openWork } from './open-work.js'

const NOT_YET = '[waypost] storage: what is searched is being read; this work runs again after it'

/** One transaction over tables: writes wait in it until it is taken over whole. */
export function openTransaction(kept: KeptTables, events: KeptEvents, texts: KeptTexts) {
  const changes = new Map<string, Change>()
  const added: WaypostEvent[] = []
  let lacksTexts = false

  function change({ name }: AnyTable, id: string, record: Change['record']): void {
    changes.set(`${name}/${id}`, { table: name, id, record })
  }

  const { tx, end } = openWork<AnyTable>({
    tables: kept.named,
    reader: {
      find: async (table, id) => table.get(id),
      first: async (table, index, key) => table.first(index, key),
      list: async (table, index, key, page) => table.list(index, key, page),
      count: async (table, index, key) => table.count(index, key),
      async search(table, index, key, words, page) {
        if (!texts.isReady()) {
          lacksTexts = true
          throw new Error(NOT_YET)
        }
        return texts.search(table, index, key, words, page)
      },
      eventsAfter: async (number, limit) => events.listAfter(number, limit),
      lastEvent: async () => events.last(),
      firstEvent: async () => events.first(),
    },
    writer: {
      save(table, record) {
        table.check(record)
        change(table, record.id, record)
      },
      delete: (table, id) => change(table, id, null),
      add: (event) => void added.push(event),
    },
  })

  return {
    tx,

    /** Whether it has asked for words before they were ready: then it is to run again. */
    lacksTexts: () => lacksTexts,

    /** Ends it: what it would change. From now on its stores refuse. */
    end(): { changes: readonly Change[]; added: readonly WaypostEvent[] } {
      end()
      return { changes: [...changes.values()].filter(kept.isChange), added }
    },
  }
}
