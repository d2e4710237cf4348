import { setImmediate } from 'node:timers/promises'
import MiniSearch from 'minisearch'
import { decodePosition } from '../../foundation/position.js'
import type {
  Page,
  SearchPageRequest,
  StoredRecord,
  TextDeclaration,
} from '../../foundation/records.js'
import type { Change } from './change.js'
import type { AnyTable, KeptTables } from './kept-tables.js'
import { createTextTerms } from './text-terms.js'
import { type SoughtWord, soughtWordsOf } from './text-words.js'
import { pageOfRanked, rankByWords } from './word-ranks.js'

/** What MiniSearch is given of one text: which record words of it find, and its terms. */
interface TextEntry {
  readonly id: string
  readonly of: string
  readonly terms: string
}

type TextTable = AnyTable & { readonly texts: TextDeclaration<StoredRecord> }

/** For so long texts are read in one go; then others have their turn. */
const SLICE_MS = 10

/**
 * Finds records of the tables by words of their texts. Costs nothing before the first search: that
 * one reads all there is, a slice at a time, and from then on every commit is followed.
 */
export function createKeptTexts({ all }: KeptTables) {
  const parts = new Map(all.filter(hasTexts).map((table) => [table.name, table]))
  const indexes = new Map([...parts.values()].map(({ texts }) => [texts.of, createIndex()]))
  const terms = createTextTerms()
  let reading: Promise<void> | undefined
  let isRead = false
  let isStopped = false

  async function readAll(): Promise<void> {
    let until = performance.now() + SLICE_MS
    for (const part of parts.values()) {
      for (const record of part.records()) {
        if (!indexOf(part)?.has(entryId(part, record.id))) put(part, record)
        if (performance.now() < until) continue
        await setImmediate()
        if (isStopped) return
        until = performance.now() + SLICE_MS
      }
    }
    isRead = true
  }

  function indexOf({ texts }: TextTable) {
    return indexes.get(texts.of)
  }

  function put(part: TextTable, record: StoredRecord): void {
    const { id: of, locale, text } = part.texts.read(record)
    const entry = { id: entryId(part, record.id), of, terms: terms.termsOf(text, locale) }
    const index = indexOf(part)
    if (index?.has(entry.id)) index.replace(entry)
    else index?.add(entry)
  }

  function idsWith(index: MiniSearch<TextEntry>, word: SoughtWord): Set<string> {
    const queries = terms.alternatives(word).map((term, at) => ({
      queries: [term],
      // Only what is typed is begun: a stem is cut already.
      prefix: word.isLast && at === 0,
    }))
    return new Set(index.search({ queries }).map(({ of }) => of as string))
  }

  return {
    /** Whether all texts have been read; the first to ask begins it. */
    isReady(): boolean {
      reading ??= readAll()
      return isRead
    },

    /** Resolves when all texts have been read, or nobody needs them any more. */
    async whenReady(): Promise<void> {
      await reading
    },

    stop(): void {
      isStopped = true
    },

    /** Follows a change; told of it before the tables are. */
    keep({ table, id, record }: Change): void {
      const part = parts.get(table)
      if (!part || reading === undefined) return
      const old = part.get(id)
      if (record === null) {
        if (indexOf(part)?.has(entryId(part, id))) indexOf(part)?.discard(entryId(part, id))
      } else if (old === undefined || !hasSameText(part, old, record)) {
        put(part, record)
      }
    },

    /** One page of the records under a key of a table in whose texts some of the words stand. */
    search(
      table: AnyTable,
      index: string,
      key: string,
      words: string,
      page: SearchPageRequest,
    ): Page<StoredRecord> {
      const after = page.after === undefined ? undefined : decodePosition(page.after)
      const texts = indexes.get(table.name)
      const found = texts ? soughtWordsOf(words).map((word) => idsWith(texts, word)) : []
      const ranked = [...rankByWords(found)].flatMap(([id, rank]) => {
        const record = table.get(id)
        return record && table.isUnder(index, key, record) ? [{ record, rank }] : []
      })
      return pageOfRanked(ranked, { ...page, after })
    },
  }
}

export type KeptTexts = ReturnType<typeof createKeptTexts>

function createIndex(): MiniSearch<TextEntry> {
  const asItIs = { tokenize: (text: string) => [text], processTerm: (term: string) => term }
  return new MiniSearch<TextEntry>({
    fields: ['terms'],
    storeFields: ['of'],
    tokenize: (text) => text.split(' '),
    processTerm: asItIs.processTerm,
    searchOptions: asItIs,
  })
}

function hasTexts(table: AnyTable): table is TextTable {
  return table.texts !== undefined
}

function entryId({ name }: TextTable, id: string): string {
  return `${name}/${id}`
}

function hasSameText({ texts }: TextTable, a: StoredRecord, b: StoredRecord): boolean {
  const [one, other] = [texts.read(a), texts.read(b)]
  return one.text === other.text && one.id === other.id && one.locale === other.locale
}
