import { decodePosition, encodePosition } from './position.js'
import type { Page, PageRequest, StoredRecord, TableDeclaration } from './records.js'
import { createTableIndex } from './table-index.js'

/** A table in memory. Everything is synchronous; whoever shares it brings the transactions. */
export type Table<T extends StoredRecord, I extends string> = ReturnType<typeof createTable<T, I>>

/**
 * A map with the declared indexes, kept right while records change keys or order. Costs per record
 * and key about as much as one array slot, plus a map entry for each key that exists.
 */
export function createTable<T extends StoredRecord, I extends string>(
  declaration: TableDeclaration<T, I>,
) {
  const records = new Map<string, T>()
  const expiry = createTableIndex<T>({
    keys: (record) => (record.expiresAt === undefined ? [] : ['']),
    order: (record) => record.expiresAt ?? '',
  })
  const named = new Map(
    Object.entries(declaration.indexes).map(([name, index]) => [
      name,
      createTableIndex(index as TableDeclaration<T, I>['indexes'][I]),
    ]),
  )
  const all = [expiry, ...named.values()]

  function indexOf(name: I) {
    const index = named.get(name)
    if (!index) throw new Error(`Table ${declaration.name} declares no index "${name}"`)
    return index
  }

  return {
    name: declaration.name,
    texts: declaration.texts,

    get(id: string): T | undefined {
      return records.get(id)
    },

    /** Keeps a record, over the one with the same id. */
    put(record: T): void {
      const old = records.get(record.id)
      for (const index of all) index.replace(old, record)
      records.set(record.id, record)
    },

    delete(id: string): void {
      const old = records.get(id)
      if (old === undefined) return
      for (const index of all) index.replace(old, undefined)
      records.delete(id)
    },

    /** Throws for a record that no index could take, or no search, before anything is changed. */
    check(record: T): void {
      for (const index of all) index.check(record)
      declaration.texts?.read(record)
    },

    /** The first record under a key. */
    first(index: I, key: string): T | undefined {
      return take(indexOf(index).walk(key, 'ascending'), 1)[0]
    },

    /** One page; throws `invalid_input` for a position that no page ever ended with. */
    list(index: I, key: string, page: PageRequest): Page<T> {
      const { walk, positionOf } = indexOf(index)
      const after = page.after === undefined ? undefined : decodePosition(page.after)
      const found = take(walk(key, page.direction ?? 'ascending', after), page.limit + 1)
      const items = found.slice(0, page.limit)
      const last = items.at(-1)
      const isEnd = found.length <= page.limit || last === undefined
      return { items, next: isEnd ? null : encodePosition(positionOf(last)) }
    },

    count(index: I, key: string): number {
      return indexOf(index).count(key)
    },

    /** Whether the record stands under a key. */
    isUnder(index: I, key: string, record: T): boolean {
      return indexOf(index).keys(record).includes(key)
    },

    /** All records; whoever goes on after a pause is given what has come meanwhile, too. */
    records(): IterableIterator<T> {
      return records.values()
    },

    /** Records whose end came at or before a moment (RFC 3339 UTC), longest past first. */
    listExpired(moment: string, limit: number): readonly T[] {
      const expired: T[] = []
      for (const record of expiry.walk('', 'ascending')) {
        if (expired.length === limit || (record.expiresAt ?? '') > moment) break
        expired.push(record)
      }
      return expired
    },

    get size(): number {
      return records.size
    },
  }
}

function take<T>(records: Iterable<T>, limit: number): T[] {
  const taken: T[] = []
  if (limit <= 0) return taken
  for (const record of records) {
    taken.push(record)
    if (taken.length === limit) break
  }
  return taken
}
