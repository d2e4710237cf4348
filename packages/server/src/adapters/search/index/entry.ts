import type { SearchDocument } from '../../../domain/knowledge/search-index.js'
import { wordsOf } from '../analysis/words.js'
import type { Vocabulary } from './vocabulary.js'

/** All that is searched of a document: every text as the numbers of its words. */
export interface NumberedTexts {
  /** Its place in tables by document; given again when the document is gone. */
  readonly number: number
  readonly title: Uint32Array
  readonly keywords: Uint32Array
  readonly summary: Uint32Array
  readonly text: Uint32Array
}

/** A document as the index keeps it. */
export interface Entry extends NumberedTexts {
  readonly document: SearchDocument
  /** Where the words of the text begin in it, and where they end. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** All that is searched of an entry, as the numbers of words. */
export function textsOf({ title, keywords, summary, text }: NumberedTexts): readonly Uint32Array[] {
  return [title, keywords, summary, text]
}

/** Reads a document; its words enter the vocabulary. */
export function readEntry(number: number, document: SearchDocument, vocabulary: Vocabulary): Entry {
  const read = (text: string, places?: { starts: number[]; ends: number[] }): number[] => {
    const ids: number[] = []
    for (const { text: own, start, end } of wordsOf(text)) {
      ids.push(vocabulary.enter(own))
      places?.starts.push(start)
      places?.ends.push(end)
    }
    return ids
  }
  const places = { starts: [] as number[], ends: [] as number[] }
  return {
    ...{ number, document },
    title: new Uint32Array(read(document.title)),
    keywords: new Uint32Array(document.keywords.flatMap((keyword) => read(keyword))),
    summary: new Uint32Array(read(document.summary ?? '')),
    text: new Uint32Array(read(document.text, places)),
    starts: new Uint32Array(places.starts),
    ends: new Uint32Array(places.ends),
  }
}
