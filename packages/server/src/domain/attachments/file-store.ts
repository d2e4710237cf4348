/** Some bytes of a file: from the first to the last, both counted from 0. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * The port on whatever keeps files. A name is the id of an attachment, and is written once. All
 * adapters pass `describeFileStore` whole.
 */
export interface FileStore {
  /**
   * Keeps the bytes as they come. When this resolves they are safe from a power cut; where it throws,
   * also because `bytes` did, the name has nothing. Throws `storage_full` where there is no room.
   */
  write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** The bytes of a file, or some of them; `undefined` where there is none of that name. */
  read(name: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined>
  /** Takes a file away, and what an interrupted `write` has left; one that is not there is no error. */
  delete(name: string): Promise<void>
  /** The names of all files, in whatever order. */
  names(): AsyncIterable<string>
}
