import type { Word } from '../index/word.js'
import type { Frequency, WordList } from './word-list.js'

/** What a query is planned with: the words that its reader may know of. */
export interface Lexicon {
  readonly frequency: Frequency
  readonly wordList: WordList
  /** The word as documents have it. */
  find(text: string): Word | undefined
  /** Roughly how many documents hold a term; 0: none. */
  documentsWith(term: string): number
}
