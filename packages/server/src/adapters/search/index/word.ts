/** A word that stands in at least one document of a locale. */
export interface Word {
  /** Counts up; the place of the word in tables by number. */
  readonly id: number
  /** In lower case, as it stands in documents. */
  readonly text: string
  /** Folded, as it is typed on any keyboard. */
  readonly typed: string
  /** Which letters `typed` has, as `lettersOf` tells. */
  readonly letters: number
  /** Too common to be guessed. */
  readonly isStopWord: boolean
  /** What all its forms share. */
  readonly term: string
  /** The terms of its parts, where it is a compound. */
  parts: readonly string[]
  /** No document holds it any more. */
  isForgotten: boolean
}

/** All terms under which a document with this word is found. */
export function termsOf(word: Word): string[] {
  return [word.term, ...word.parts]
}
