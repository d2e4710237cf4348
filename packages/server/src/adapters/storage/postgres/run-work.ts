import { WaypostError, type WaypostEvent } from '@waypost/sdk/contract'
import type { Transaction } from '../../../domain/storage.js'
import type { PageRequest, SearchPageRequest, StoredRecord } from '../../../foundation/records.js'
import { freezeRecord } from '../freeze-record.js'
import { withDeadline } from '../with-deadline.js'
import { type DeclaredTable, type Entry, storeTables } from './declared-tables.js'
import { Lost } from './lost.js'
import type { Reader } from './reader.js'
import type { State } from './state.js'
import type { TextRow } from './texts.js'

const IS_OVER = '[waypost] storage: this transaction is over; its stores work only inside of it'
const READ_TOO_LATE =
  '[waypost] storage: a transaction may not read after its first save, delete or event; read first'

/** One record as it is to be written. */
export interface Put {
  readonly id: string
  readonly json: string
  readonly expiresAt: string | null
  readonly entries: readonly Entry[]
  readonly text: TextRow | null
}

/** A piece of work that has been run: what it answers, and what it would write. */
export interface Draft {
  /** What everything was read at. */
  readonly seen: State
  readonly outcome: { readonly value: unknown } | { readonly error: unknown }
  /** By table, then by id; `null` deletes. */
  readonly changes: ReadonlyMap<DeclaredTable, ReadonlyMap<string, Put | null>>
  readonly added: readonly WaypostEvent[]
}

export type Work = (tx: Transaction) => Promise<unknown>

interface RunDeps {
  work: Work
  reader: Reader
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
  const open = openWork(reader, seen)
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

function openWork(reader: Reader, seen: State | Promise<State>) {
  const changes = new Map<DeclaredTable, Map<string, Put | null>>()
  const added: WaypostEvent[] = []
  const found = new Map<string, StoredRecord>()
  let state: 'reading' | 'writing' | 'over' = 'reading'
  let lost: Lost | undefined

  async function read<T>(step: () => Promise<T>): Promise<T> {
    if (state !== 'reading') throw new Error(state === 'over' ? IS_OVER : READ_TOO_LATE)
    try {
      return await step()
    } catch (error) {
      if (error instanceof Lost) lost = error
      throw error
    }
  }

  function startWriting(): void {
    if (state === 'over') throw new Error(IS_OVER)
    state = 'writing'
  }

  function storeOn(table: DeclaredTable) {
    function change(id: string, put: Put | null): void {
      startWriting()
      const ofTable = changes.get(table) ?? new Map<string, Put | null>()
      changes.set(table, ofTable.set(id, put))
    }

    async function find(id: string): Promise<StoredRecord | undefined> {
      const record = await read(() => reader.find(table, id))
      if (record) found.set(`${table.name}/${id}`, record)
      return record
    }

    return {
      find,
      async get(id: string) {
        const record = await find(id)
        if (!record) throw new WaypostError('not_found')
        return record
      },
      findBy: (index: string, key: string) => read(() => reader.first(table, index, key)),
      list: (index: string, key: string, page: PageRequest) =>
        read(() => reader.list(table, index, key, page)),
      count: (index: string, key: string) => read(() => reader.count(table, index, key)),
      search: (index: string, key: string, words: string, page: SearchPageRequest) =>
        read(() => reader.search(table, index, key, words, page)),
      save(record: StoredRecord) {
        const put = putOf(table, record)
        const isAsItWas = found.get(`${table.name}/${record.id}`) === record
        if (isAsItWas && !changes.get(table)?.has(record.id)) startWriting()
        else change(record.id, put)
      },
      delete(id: string) {
        change(id, null)
      },
    }
  }

  const made: Record<string, unknown> = {
    events: {
      add(event: WaypostEvent) {
        startWriting()
        added.push(freezeRecord(event))
      },
      listAfter: (number: number, limit: number) => read(() => reader.eventsAfter(number, limit)),
      last: () => read(async () => (await seen).lastEvent),
      first: () => read(reader.firstEvent),
    },
  }
  const tx = new Proxy(made, {
    get(_, name: string) {
      const table = storeTables.get(name)
      if (table) made[name] ??= storeOn(table)
      return made[name]
    },
  })

  return {
    tx: tx as unknown as Transaction,

    /** What it would change, and whether a connection was lost under it. Its stores refuse now. */
    end() {
      state = 'over'
      return { changes, added, lost }
    },
  }
}

/** Throws for a record that cannot be kept. */
function putOf(table: DeclaredTable, record: StoredRecord): Put {
  const entries = table.entriesOf(record)
  return {
    id: record.id,
    json: JSON.stringify(freezeRecord(record)),
    expiresAt: record.expiresAt ?? null,
    entries,
    text: table.textOf(record),
  }
}
