import type { WaypostEvent } from '@waypost/sdk/contract'
import type { Transaction } from '../../../domain/storage.js'
import type { Page, StoredRecord } from '../../../foundation/records.js'
import { openWork, type WorkReader } from '../open-work.js'
import { withDeadline } from '../with-deadline.js'
import { type DeclaredTable, type Entry, storeTables } from './declared-tables.js'
import { Lost } from './lost.js'
import type { State } from './state.js'
import type { Told } from './texts.js'

/** One record as it is to be written. */
export interface Put {
  readonly id: string
  readonly json: string
  readonly expiresAt: string | null
  readonly entries: readonly Entry[]
  /** Whether the work has read the record that this one takes the place of. */
  readonly isFound: boolean
}

/** A piece of work that has been run: what it answers, and what it would write. */
export interface Draft {
  /** What everything was read at. */
  readonly seen: State
  readonly outcome: { readonly value: unknown } | { readonly error: unknown }
  /** By table, then by id; `null` deletes. */
  readonly changes: ReadonlyMap<DeclaredTable, ReadonlyMap<string, Put | null>>
  readonly added: readonly WaypostEvent[]
  /** Words of what was written before, and up to which commit that is all of them. */
  readonly told?: { readonly texts: readonly Told[]; readonly upTo: number }
}

export type Work = (tx: Transaction) => Promise<unknown>

/** What work reads, but for what its state itself says. */
type WorkReads = Omit<WorkReader<DeclaredTable>, 'lastEvent'>

interface RunDeps {
  work: Work
  reader: WorkReads
  /** What the reader stands at, where that is not known yet. */
  seen: State | Promise<State>
  /** Milliseconds after which it is given up. */
  deadline: number
}

/**
 * Runs work over what a connection reads. What it throws is its outcome, as it has seen something,
 * too; a connection that is lost on the way throws here, whatever the work has made of it.
 */
export async function runWork({ work, reader, seen, deadline }: RunDeps): Promise<Draft> {
  const open = openDraft(reader, seen)
  const outcome = await withDeadline((async () => work(open.tx))(), deadline).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  const { changes, added, lost } = open.end()
  if (lost) throw lost
  const at = await seen
  if ('error' in outcome) return { seen: at, outcome, changes: new Map(), added: [] }
  return { seen: at, outcome, changes, added }
}

function openDraft(reader: WorkReads, seen: State | Promise<State>) {
  const changes = new Map<DeclaredTable, Map<string, Put | null>>()
  const added: WaypostEvent[] = []
  const found = new Map<string, StoredRecord>()
  let lost: Lost | undefined

  /** The same, and notes that the connection was lost, whatever the work makes of it. */
  async function noting<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer
    } catch (error) {
      if (error instanceof Lost) lost = error
      throw error
    }
  }

  /** The same, and keeps in mind what there is. */
  function noted(table: DeclaredTable, record: StoredRecord): StoredRecord {
    found.set(`${table.name}/${record.id}`, record)
    return record
  }

  async function notedPage(table: DeclaredTable, answer: Promise<Page<StoredRecord>>) {
    const page = await noting(answer)
    for (const record of page.items) noted(table, record)
    return page
  }

  function change(table: DeclaredTable, id: string, put: Put | null): void {
    const ofTable = changes.get(table) ?? new Map<string, Put | null>()
    changes.set(table, ofTable.set(id, put))
  }

  const { tx, end } = openWork<DeclaredTable>({
    tables: storeTables,
    reader: {
      async find(table, id) {
        const record = await noting(reader.find(table, id))
        return record && noted(table, record)
      },
      async first(table, index, key) {
        const record = await noting(reader.first(table, index, key))
        return record && noted(table, record)
      },
      list: (table, index, key, page) => notedPage(table, reader.list(table, index, key, page)),
      count: (table, index, key) => noting(reader.count(table, index, key)),
      search: (table, index, key, words, page) =>
        notedPage(table, reader.search(table, index, key, words, page)),
      eventsAfter: (number, limit) => noting(reader.eventsAfter(number, limit)),
      lastEvent: async () => (await noting(Promise.resolve(seen))).lastEvent,
      firstEvent: () => noting(reader.firstEvent()),
    },
    writer: {
      save(table, record) {
        const before = found.get(`${table.name}/${record.id}`)
        const put = putOf(table, record, before)
        const isAsItWas = before === record
        if (!isAsItWas || changes.get(table)?.has(record.id)) change(table, record.id, put)
      },
      delete: (table, id) => change(table, id, null),
      add: (event) => void added.push(event),
    },
  })

  return {
    tx,

    /** What it would change, and whether a connection was lost under it. Its stores refuse now. */
    end() {
      end()
      return { changes, added, lost }
    },
  }
}

/** Throws for a record that cannot be kept. */
function putOf(table: DeclaredTable, record: StoredRecord, before?: StoredRecord): Put {
  const entries = table.entriesOf(record)
  return {
    id: record.id,
    json: JSON.stringify(record),
    expiresAt: record.expiresAt ?? null,
    entries,
    isFound: before !== undefined,
  }
}
