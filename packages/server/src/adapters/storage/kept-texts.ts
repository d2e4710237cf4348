import { setImmediate } from 'node:timers/promises'
import { decodePosition } from '../../foundation/position.js'
import type {
  Page,
  SearchPageRequest,
  StoredRecord,
  TextDeclaration,
} from '../../foundation/records.js'
import type { Change } from './change.js'
import type { AnyTable, KeptTables } from './kept-tables.js'
import { createTextIndex, type TextIndex } from './text-index.js'
import { gatherPage, rankByWords } from './word-ranks.js'

/** A table of whose records texts are searched. */
interface Part {
  readonly table: AnyTable
  readonly texts: TextDeclaration<StoredRecord>
  readonly index: TextIndex
  /** Under which number the text of a record was taken in. */
  readonly numbers: Map<string, number>
}

/** For so long texts are read in one go; then others have their turn. */
const SLICE_MS = 10

/**
 * Finds records of the tables by words of their texts. Costs nothing before the first search: that
 * one reads all there is, a slice at a time, and from then on every commit is followed.
 */
export function createKeptTexts(kept: KeptTables) {
  let state = unread(kept)
  let isStopped = false

  async function readAll(all: State): Promise<void> {
    let until = performance.now() + SLICE_MS
    for (const part of all.parts.values()) {
      for (const record of part.table.records()) {
        if (!part.numbers.has(record.id)) put(part, record)
        if (performance.now() < until) continue
        await setImmediate()
        if (isStopped) return
        until = performance.now() + SLICE_MS
      }
    }
    all.isRead = true
  }

  return {
    /** Whether all texts have been read; the first to ask begins it. */
    isReady(): boolean {
      if (state.isRead && [...state.indexes.values()].some((index) => index.isStale())) {
        state = unread(kept)
      }
      if (!state.reading) {
        state.reading = readAll(state)
        // Whoever waits is told; a fault that nobody hears of yet must not end the process.
        state.reading.catch(() => undefined)
      }
      return state.isRead
    },

    /** Resolves when all texts have been read, or nobody needs them any more. */
    async whenReady(): Promise<void> {
      await state.reading
    },

    stop(): void {
      isStopped = true
    },

    /** Follows a change; told of it before the tables are. */
    keep({ table, id, record }: Change): void {
      const part = state.parts.get(table)
      if (!part || !state.reading) return
      const old = part.table.get(id)
      if (record === null) cut(part, id)
      else if (!old || !hasSameText(part, old, record)) put(part, record)
    },

    /** One page of the records under a key of a table in whose texts some of the words stand. */
    search(
      table: AnyTable,
      index: string,
      key: string,
      words: string,
      { limit, after }: SearchPageRequest,
    ): Page<StoredRecord> {
      const from = after === undefined ? undefined : decodePosition(after)
      const gathered = gatherPage<StoredRecord>(limit, from)
      const texts = state.indexes.get(table.name)
      if (!texts) return gathered.page()
      const ranks = rankByWords(texts.find(words), texts.thingCount)
      const isWanted = (record: StoredRecord) => table.isUnder(index, key, record)
      // The youngest first: most others then stand behind what has been gathered.
      for (let thing = ranks.length - 1; thing >= 0; thing -= 1) {
        const rank = ranks[thing] ?? 0
        const record = rank > 0 ? table.get(texts.thing(thing)) : undefined
        if (record) gathered.offer(record, rank, isWanted)
      }
      return gathered.page()
    },
  }
}

export type KeptTexts = ReturnType<typeof createKeptTexts>

interface State {
  readonly parts: ReadonlyMap<string, Part>
  /** By the name of the table whose records are found. */
  readonly indexes: ReadonlyMap<string, TextIndex>
  reading: Promise<void> | undefined
  isRead: boolean
}

function unread({ all }: KeptTables): State {
  const indexes = new Map<string, TextIndex>()
  const parts = new Map<string, Part>()
  for (const table of all) {
    const { texts } = table
    if (!texts) continue
    const index = indexes.get(texts.of) ?? createTextIndex()
    indexes.set(texts.of, index)
    parts.set(table.name, { table, texts, index, numbers: new Map() })
  }
  return { parts, indexes, reading: undefined, isRead: false }
}

function put(part: Part, record: StoredRecord): void {
  cut(part, record.id)
  const { id, locale, text } = part.texts.read(record)
  part.numbers.set(record.id, part.index.add(id, text, locale))
}

function cut({ index, numbers }: Part, id: string): void {
  const number = numbers.get(id)
  if (number === undefined) return
  index.remove(number)
  numbers.delete(id)
}

function hasSameText({ texts }: Part, a: StoredRecord, b: StoredRecord): boolean {
  const [one, other] = [texts.read(a), texts.read(b)]
  return one.text === other.text && one.id === other.id && one.locale === other.locale
}
