import type { TextWord } from '../analysis/words.js'

/** One word of the query and all the terms that may stand for it. */
export interface QueryGroup {
  readonly word: TextWord
  /** Which word of the query it is, from 0. */
  readonly place: number
  /** Terms with their weights; 1 is the word itself. */
  readonly terms: ReadonlyMap<string, number>
  /** The word it was taken for, when no document has it. */
  readonly correction?: string | undefined
  /** Only a part of the word is known: what the rest asks for no document has. */
  readonly isPart?: true
}

/** Which terms a query looks for. */
export interface QueryPlan {
  /** What decides which documents are found: the informative words, or all if there are no such. */
  readonly groups: readonly QueryGroup[]
  /** Words that say little: they only tell found documents apart. */
  readonly stopWords: readonly QueryGroup[]
  /** How many words of the query say something, whether or not a document has them. */
  readonly asked: number
  /** All words as they were typed, where there are several; a title may hold just these. */
  readonly phrase: string
  readonly didYouMean?: string | undefined
}
