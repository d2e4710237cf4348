/**
 * A snapshot is the CRC-32 of all that follows, the length of the head, the head, and three sections:
 * words and articles in JSON, and the places of words as varints, article by article.
 */
export interface SnapshotHead {
  /** By which code, libraries and Unicode it was made, see `madeBy`. */
  readonly made: string
  readonly site: string
  readonly locale: string
  /** In bytes. */
  readonly sections: readonly [words: number, articles: number, places: number]
}

/** Bytes of checksum and length of the head, little-endian. */
export const PREFIX = 8

/** The words that the articles hold, in the order in which they come there; 0: the same as the text. */
export interface KeptWords {
  readonly texts: readonly string[]
  readonly typed: ReadonlyArray<string | 0>
  readonly terms: ReadonlyArray<string | 0>
  /** Of compounds the terms of their parts. */
  readonly parts: ReadonlyArray<readonly string[] | 0>
  /** The place in the order of `typed`, the same where that is the same. */
  readonly ranks: readonly number[]
  /** By place in `texts`. */
  readonly stopWords: readonly number[]
}

/** One article: how many words its texts have, and how many bytes their places take. */
export type KeptArticle = readonly [
  id: string,
  digest: string,
  title: number,
  keywords: number,
  summary: number,
  text: number,
  bytes: number,
]
