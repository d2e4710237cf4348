import type { Audience } from '@waypost/sdk/contract'
import { countTerms, numberTerms } from '../index/count-terms.js'
import { type Entry, type NumberedTexts, textsOf } from '../index/entry.js'
import type { Steps } from '../index/steps.js'
import type { Word } from '../index/word.js'
import { packed } from './sections.js'
import type { KeptArticle, SnapshotHead, SnapshotSections } from './snapshot-format.js'
import { encodeVarints } from './varints.js'

/** So many articles are some milliseconds of work. */
const ARTICLES_AT_ONCE = 50

export interface SnapshotSource extends Pick<SnapshotHead, 'made' | 'site' | 'locale'> {
  readonly entries: readonly Entry[]
  wordOf(id: number): Word | undefined
  /** The numbers of the words in the order in which they are typed. */
  readonly order: Uint32Array
}

/**
 * Writes down what the index has made of its articles; the parts of the file, in order. Words and
 * articles are numbered anew, by where they come first, so that the same articles make the same file.
 */
export function* writeSnapshot(source: SnapshotSource): Steps<readonly Uint8Array[]> {
  const { made, site, locale, entries, order } = source
  const words: Word[] = []
  const numbers = new Map<number, number>()
  const articles: KeptArticle[] = []
  const places: Uint8Array[] = []
  const texts: NumberedTexts[] = []
  const holders = new Map<Audience, Uint32Array[]>()

  const numberOf = (id: number): number => {
    const number = numbers.get(id) ?? words.push(source.wordOf(id) as Word) - 1
    numbers.set(id, number)
    return number
  }

  for (const [number, entry] of entries.entries()) {
    const { document, starts, ends } = entry
    const own: NumberedTexts = {
      number,
      title: entry.title.map(numberOf),
      keywords: entry.keywords.map(numberOf),
      summary: entry.summary.map(numberOf),
      text: entry.text.map(numberOf),
    }
    texts.push(own)
    const parts = [
      ...textsOf(own),
      starts.map((start, at) => zigzag(start - (at === 0 ? 0 : (starts[at - 1] as number)))),
      ends.map((end, at) => end - (starts[at] as number)),
    ].map(encodeVarints)
    places.push(...parts)
    const { articleId, version = '', audience } = document
    const lengths = textsOf(own).map(({ length }) => length) as [number, number, number, number]
    const bytes = parts.reduce((sum, part) => sum + part.length, 0)
    articles.push([articleId, version, audience, ...lengths, bytes])
    const distinct = new Uint32Array(new Set(textsOf(own).flatMap((ids) => [...ids])))
    holders.set(audience, [...(holders.get(audience) ?? []), distinct])
    if (number % ARTICLES_AT_ONCE === 0) yield
  }
  const numbered = yield* numberTerms(words)
  const counted = yield* countTerms(texts, words, numbered)
  const [title, keywords, body] = counted.fields
  if (!title || !keywords || !body) throw new Error('A field was not counted')
  const sections: SnapshotSections = {
    words: {
      texts: words.map(({ text }) => text),
      typed: words.map(({ text, typed }) => (typed === text ? 0 : typed)),
      terms: [...counted.terms.keys()],
    },
    articles,
    audiences: [...holders.keys()],
    holding: holdingOf([...holders.values()], words.length),
    begins: numbered.begins,
    termsOfWords: numbered.ofWords,
    stopWords: Uint32Array.from(words.flatMap(({ isStopWord }, id) => (isStopWord ? id : []))),
    order: order.map((id) => numbers.get(id) as number),
    letters: order.map((id) => (source.wordOf(id) as Word).letters),
    titles: counted.titles,
    bodies: counted.bodies,
    titleEnds: title.ends,
    titleDocuments: title.tables.documents,
    titleFrequencies: title.tables.frequencies,
    keywordEnds: keywords.ends,
    keywordDocuments: keywords.tables.documents,
    keywordFrequencies: keywords.tables.frequencies,
    bodyEnds: body.ends,
    bodyDocuments: body.tables.documents,
    bodyFrequencies: body.tables.frequencies,
    places: new Uint8Array(Buffer.concat(places)),
  }
  return yield* packed({ made, site, locale }, sections)
}

/** How many of the documents of each audience hold each word, one audience after the other. */
function holdingOf(audiences: readonly (readonly Uint32Array[])[], words: number): Uint32Array {
  const holding = new Uint32Array(audiences.length * words)
  for (const [at, documents] of audiences.entries()) {
    const counts = holding.subarray(at * words, (at + 1) * words)
    for (const distinct of documents) {
      for (const id of distinct) counts[id] = (counts[id] as number) + 1
    }
  }
  return holding
}

/** Small numbers for small steps back, too: a word joined by a hyphen begins before the last one. */
export function zigzag(step: number): number {
  return step < 0 ? -2 * step - 1 : 2 * step
}
