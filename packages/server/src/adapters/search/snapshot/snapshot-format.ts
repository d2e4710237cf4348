import type { Audience } from '@waypost/sdk/contract'
import type { NumberTable } from '../index/number-table.js'

/**
 * A snapshot is the CRC-32 of all that follows, the length of the head, the head in JSON, and sections.
 * Head and sections begin at a multiple of four bytes, so that tables of numbers are used where they
 * stand; they are in the byte order of the machine.
 */
export interface SnapshotHead {
  /** By which code, libraries, Unicode and kind of machine it was made, see `madeBy`. */
  readonly made: string
  readonly site: string
  readonly locale: string
  /** In the order in which they stand. */
  readonly sections: readonly (readonly [name: string, kind: SectionKind, bytes: number])[]
}

export type SectionKind = 'json' | 'u8' | 'u16' | 'u32'

/** Bytes of checksum and length of the head, little-endian. */
export const PREFIX = 8

/** Everything that is kept. Words, terms and articles are known by their numbers from 0. */
export interface SnapshotSections {
  readonly words: KeptWords
  readonly articles: readonly KeptArticle[]
  /** Which audience each table in `holding` is for. */
  readonly audiences: readonly Audience[]
  /** How many documents of each audience hold each word, one audience after the other. */
  readonly holding: NumberTable
  /** The terms of word n stand in `termsOfWords` from `begins[n]`; its own comes first. */
  readonly begins: NumberTable
  readonly termsOfWords: NumberTable
  readonly stopWords: NumberTable
  /** The words in the order in which they are typed, and the letters of each. */
  readonly order: NumberTable
  readonly letters: NumberTable
  /** As they were counted, see `CountedTerms`. */
  readonly titles: NumberTable
  readonly bodies: NumberTable
  readonly titleEnds: NumberTable
  readonly titleDocuments: NumberTable
  readonly titleFrequencies: NumberTable
  readonly keywordEnds: NumberTable
  readonly keywordDocuments: NumberTable
  readonly keywordFrequencies: NumberTable
  readonly bodyEnds: NumberTable
  readonly bodyDocuments: NumberTable
  readonly bodyFrequencies: NumberTable
  /** Article by article: the words of each text, and where those of the body stand, as varints. */
  readonly places: NumberTable
}

/** The words that the articles hold, in the order in which they come there. */
export interface KeptWords {
  readonly texts: readonly string[]
  /** 0: the same as the text. */
  readonly typed: ReadonlyArray<string | 0>
  readonly terms: readonly string[]
}

/** One article: how many words its texts have, and how many bytes their places take. */
export type KeptArticle = readonly [
  id: string,
  version: string,
  audience: Audience,
  title: number,
  keywords: number,
  summary: number,
  text: number,
  bytes: number,
]
