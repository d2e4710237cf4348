import type { SearchDocument } from '../../../domain/knowledge/search-index.js'
import { wordsOf } from '../analysis/words.js'
import type { Vocabulary } from './vocabulary.js'
import type { Word } from './word.js'

/** A document as the index keeps it: every text as its words. */
export interface Entry {
  readonly id: string
  readonly document: SearchDocument
  readonly title: readonly Word[]
  readonly keywords: readonly Word[]
  readonly summary: readonly Word[]
  readonly text: readonly Word[]
  /** Where the words of the text begin in it. */
  readonly starts: Uint32Array
  /** Every word of all the texts once. */
  readonly words: readonly Word[]
}

/** Reads a document; its words enter the vocabulary. */
export function readEntry(document: SearchDocument, vocabulary: Vocabulary): Entry {
  const read = (text: string) => Array.from(wordsOf(text), (word) => vocabulary.enter(word.text))
  const title = read(document.title)
  const keywords = document.keywords.flatMap(read)
  const summary = read(document.summary ?? '')
  const text: Word[] = []
  const starts: number[] = []
  for (const word of wordsOf(document.text)) {
    text.push(vocabulary.enter(word.text))
    starts.push(word.start)
  }
  const words = [...new Set([...title, ...keywords, ...summary, ...text])]
  const id = document.articleId
  return { id, document, title, keywords, summary, text, starts: Uint32Array.from(starts), words }
}
