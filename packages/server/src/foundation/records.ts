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

/** Text by whose words a record is found: its own, or that of what it is a part of. */
export interface RecordText {
  /** The id of the record that is found. */
  readonly id: string
  /** The language of the text as a BCP 47 tag, where that is known. */
  readonly locale: string | undefined
  readonly text: string
}

/** What is searched of the records of a table, and of which table's records words of it find one. */
export interface TextDeclaration<T> {
  /** The name of the table whose records are found: this one, or another that these are parts of. */
  readonly of: string
  read(record: T): RecordText
}

/** A table: its name in files and databases, and every way in which its records are looked up. */
export interface TableDeclaration<T extends StoredRecord, I extends string> {
  readonly name: string
  readonly indexes: { readonly [K in I]: IndexDeclaration<T> }
  readonly texts?: TextDeclaration<T>
}

export interface PageRequest {
  /** How many records at most. */
  limit: number
  /** Where the page before ended: its `next`. */
  after?: string | undefined
  /** By the order of the index; `ascending` unless said. */
  direction?: 'ascending' | 'descending'
}

/** A page of what was searched for: its order is not the caller's to say. */
export type SearchPageRequest = Omit<PageRequest, 'direction'>

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
  /**
   * One page of the records under a key whose texts hold some of the words: first those with most of
   * them, a rare word counting more than a frequent one; among equals the newest first. Words meet
   * in any form of the text's language and without accents, the last one may be only begun; an
   * address or a number with signs in it, as `asa@example.com` or `WP-1042`, is found whole. Where
   * nothing is left of the words, nothing is found.
   */
  search(index: I, key: string, words: string, page: SearchPageRequest): Promise<Page<T>>
  save(record: T): void
  delete(id: string): void
}

/** Declares a table; the record type stands first, index names are read from the declaration. */
export function declareTable<T extends StoredRecord>() {
  return <I extends string>(declaration: TableDeclaration<T, I>): TableDeclaration<T, I> =>
    declaration
}
