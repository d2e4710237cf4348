import MiniSearch, { type SearchOptions } from 'minisearch'
import type { Entry } from './entry.js'
import type { Vocabulary } from './vocabulary.js'
import { termsOf, type Word } from './word.js'

/** MiniSearch over entries: its terms are those of the vocabulary, never made from text. */
export function createInvertedIndex(vocabulary: Vocabulary): MiniSearch<Entry> {
  const expand = (text: string) => {
    const word = vocabulary.find(text)
    return word ? termsOf(word) : []
  }
  return new MiniSearch<Entry>({
    fields: ['title', 'keywords', 'body'],
    extractField: (entry, field) => {
      if (field === 'title') return joined(entry.title)
      if (field === 'keywords') return joined(entry.keywords)
      return field === 'body' ? joined([...entry.summary, ...entry.text]) : entry.id
    },
    // How many keywords an article has says nothing about it: to its length they count as one.
    tokenize: (text, field) => (field === 'keywords' ? [text] : text.split(' ')),
    processTerm: (text, field) =>
      field === 'keywords' ? text.split(' ').flatMap(expand) : expand(text),
  })
}

/** How MiniSearch scores finished terms: BM25+ (Lv and Zhai 2011), a title counts twice. */
export const SCORING: SearchOptions = {
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
  prefix: false,
  fuzzy: false,
  boost: { title: 2, keywords: 2 },
  bm25: { k: 1.2, b: 0.85, d: 0.5 },
}

function joined(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ')
}
