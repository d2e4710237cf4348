import type { SearchDocument } from '../../../domain/knowledge/search-index.js'
import { wordsOf } from '../analysis/words.js'
import type { Vocabulary } from './vocabulary.js'
import type { Word } from './word.js'

/** A document as the index keeps it: every text as the numbers of its words. */
export interface Entry {
  /** Its place in tables by document; given again when the document is gone. */
  readonly number: number
  readonly document: SearchDocument
  readonly title: Uint32Array
  readonly keywords: Uint32Array
  readonly summary: Uint32Array
  readonly text: Uint32Array
  /** Where the words of the text begin in it, and where they end. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Every word of all the texts once. */
  readonly words: readonly Word[]
}

/** Reads a document; its words enter the vocabulary. */
export function readEntry(number: number, document: SearchDocument, vocabulary: Vocabulary): Entry {
  const words = new Set<Word>()
  const read = (text: string, places?: { starts: number[]; ends: number[] }): number[] => {
    const ids: number[] = []
    for (const { text: own, start, end } of wordsOf(text)) {
      const word = vocabulary.enter(own)
      words.add(word)
      ids.push(word.id)
      places?.starts.push(start)
      places?.ends.push(end)
    }
    return ids
  }
  const places = { starts: [] as number[], ends: [] as number[] }
  return {
    ...{ number, document },
    title: Uint32Array.from(read(document.title)),
    keywords: Uint32Array.from(document.keywords.flatMap((keyword) => read(keyword))),
    summary: Uint32Array.from(read(document.summary ?? '')),
    text: Uint32Array.from(read(document.text, places)),
    starts: Uint32Array.from(places.starts),
    ends: Uint32Array.from(places.ends),
    words: [...words],
  }
}
