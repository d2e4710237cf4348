/** What a store keeps: frozen records, replaced whole, never mutated. */
export interface StoredRecord {
  readonly id: string
  /** RFC 3339 UTC; with the id it gives every list its order. */
  readonly createdAt: string
  /** After this moment the record may be swept away. */
  readonly expiresAt?: string
}

/** Under which keys a record can be found, and in which order inside one key. */
export interface IndexDeclaration<T> {
  /** No key: the record does not stand in this index. */
  keys(record: T): readonly string[]
  /** Sorts inside a key, ascending by UTF-16 unit, ties by id; `createdAt` unless said. */
  order?(record: T): string
}

/** A table: its name in files and databases, and every way in which its records are looked up. */
export interface TableDeclaration<T extends StoredRecord, I extends string> {
  readonly name: string
  readonly indexes: { readonly [K in I]: IndexDeclaration<T> }
}

export interface PageRequest {
  /** How many records at most. */
  limit: number
  /** Where the page before ended: its `next`. */
  after?: string | undefined
  /** By the order of the index; `ascending` unless said. */
  direction?: 'ascending' | 'descending'
}

export interface Page<T> {
  items: readonly T[]
  /** Opaque position to go on from; `null` at the end. */
  next: string | null
}

/**
 * The port on one table inside a transaction. `find` may return nothing, `get` throws `not_found`.
 * All reads of a transaction precede its first `save` or `delete`.
 */
export interface RecordStore<T extends StoredRecord, I extends string> {
  find(id: string): Promise<T | undefined>
  get(id: string): Promise<T>
  /** The first record under a key, in the order of the index. */
  findBy(index: I, key: string): Promise<T | undefined>
  /** One page of the records under a key; throws `invalid_input` for a position it never gave out. */
  list(index: I, key: string, page: PageRequest): Promise<Page<T>>
  count(index: I, key: string): Promise<number>
  save(record: T): void
  delete(id: string): void
}

/** Declares a table; the record type stands first, index names are read from the declaration. */
export function declareTable<T extends StoredRecord>() {
  return <I extends string>(declaration: TableDeclaration<T, I>): TableDeclaration<T, I> =>
    declaration
}
