import type { SearchDocument } from '../../../domain/knowledge/search-index.js'
import { wordsOf } from '../analysis/words.js'
import type { Vocabulary } from './vocabulary.js'
import type { Word } from './word.js'

/** A document as the index keeps it: every text as the numbers of its words. */
export interface Entry {
  readonly id: string
  readonly document: SearchDocument
  readonly title: readonly Word[]
  readonly keywords: readonly Word[]
  /** The summary, then the text. */
  readonly body: readonly Word[]
  /** Every word once. */
  readonly words: ReadonlySet<Word>
}

/** Reads a document, entering its words into the vocabulary. */
export function readEntry(document: SearchDocument, vocabulary: Vocabulary): Entry {
  const read = (text: string) => Array.from(wordsOf(text), (word) => vocabulary.enter(word.text))
  const title = read(document.title)
  const keywords = document.keywords.flatMap(read)
  const body = [...read(document.summary ?? ''), ...read(document.text)]
  const words = new Set([...title, ...keywords, ...body])
  return { id: document.articleId, document, title, keywords, body, words }
}
