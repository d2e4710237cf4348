import MiniSearch, { type Options, type SearchOptions } from 'minisearch'
import type { NumberedTexts } from './entry.js'
import type { Vocabulary } from './vocabulary.js'
import { termsOf } from './word.js'

/** What MiniSearch reads of an entry, in this order. */
export const FIELDS = ['title', 'keywords', 'body'] as const

/** MiniSearch over entries: its terms are those of the vocabulary, never made from text. */
export function createInvertedIndex(vocabulary: Vocabulary): MiniSearch<NumberedTexts> {
  return new MiniSearch(optionsFor(vocabulary))
}

export function optionsFor(vocabulary: Vocabulary): Options<NumberedTexts> {
  const expand = (id: string) => {
    const word = vocabulary.byId(Number(id))
    return word ? termsOf(word) : []
  }
  return {
    idField: 'number',
    fields: [...FIELDS],
    extractField: (entry, field) => {
      if (field === 'title') return entry.title.join(' ')
      if (field === 'keywords') return entry.keywords.join(' ')
      return field === 'body' ? `${entry.summary.join(' ')} ${entry.text.join(' ')}` : entry.number
    },
    // How many keywords an article has says nothing about it: to its length they count as one.
    tokenize: (ids, field) => (field === 'keywords' ? [ids] : splitOf(ids)),
    processTerm: (ids, field) =>
      field === 'keywords' ? splitOf(ids).flatMap(expand) : expand(ids),
  }
}

/** What MiniSearch keeps, by its own short numbers of documents. */
interface Kept {
  readonly _index: { get(term: string): Map<number, Pick<Map<number, number>, 'keys'>> | undefined }
  readonly _documentIds: ReadonlyMap<number, number>
}

/** The numbers of the entries that hold a term, in any field. */
export function* numbersWith(index: MiniSearch<NumberedTexts>, term: string): Generator<number> {
  const { _index: kept, _documentIds: numbers } = index as unknown as Kept
  for (const frequencies of kept.get(term)?.values() ?? []) {
    for (const own of frequencies.keys()) yield numbers.get(own) as number
  }
}

/** How MiniSearch scores finished terms: BM25+ (Lv and Zhai 2011), a title counts twice. */
export const SCORING = {
  tokenize: (term: string) => [term],
  processTerm: (term: string) => term,
  prefix: false,
  fuzzy: false,
  boost: { title: 2, keywords: 2, body: 1 },
  bm25: { k: 1.4, b: 0.85, d: 0.5 },
} satisfies SearchOptions

function splitOf(ids: string): string[] {
  return ids.split(' ').filter((id) => id !== '')
}
