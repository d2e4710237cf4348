import type { Word } from '../index/word.js'
import type { WordList } from './word-list.js'

/** How many documents that the reader may see hold a word; 0: it does not exist for them. */
export type Frequency = (word: Word) => number

/** What a query is planned with: the words that its reader may know of. */
export interface Lexicon {
  readonly frequency: Frequency
  readonly wordList: WordList
  /** The word as documents have it. */
  find(text: string): Word | undefined
  /** Roughly how many documents hold a term; 0: none. */
  documentsWith(term: string): number
}
