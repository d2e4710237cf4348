import type { Audience } from '@waypost/sdk/contract'
import type { SearchDocument } from '../../../domain/knowledge/search-index.js'
import type { CountedTerms } from '../index/count-terms.js'
import type { Entry, NumberedTexts } from '../index/entry.js'
import type { NumberTable } from '../index/number-table.js'
import type { KnownWords } from '../index/vocabulary.js'
import type { WordOrder } from '../plan/word-list.js'
import { createKeptTexts } from './kept-texts.js'
import { knownWords } from './known-words.js'
import { unpacked } from './sections.js'
import type { SnapshotSections } from './snapshot-format.js'

/** What an index has made of the articles of a locale before. */
export interface Snapshot {
  readonly site: string
  readonly locale: string
  /** How many articles it knows. */
  readonly size: number
  readonly words: KnownWords
  readonly order: WordOrder
  readonly counted: CountedTerms
  /** The place of a document, once, or nothing where it is new or not what it was. */
  take(document: SearchDocument): Entry | undefined
  /** What has not been taken. */
  untaken(): readonly { texts: NumberedTexts; audience: Audience }[]
}

/** Throws, for people, why bytes cannot be used: they are damaged, or made by another version. */
export function readSnapshot(bytes: Buffer, made: string): Snapshot {
  const { head, sections: all } = unpacked(bytes, made)
  const sections = all as unknown as SnapshotSections
  const { articles, order, letters } = sections
  const words = knownWords(sections)
  const textsOf = createKeptTexts(sections)
  const numbers = new Map(articles.map(([id], number) => [id, number]))
  return {
    site: head.site,
    locale: head.locale,
    size: articles.length,
    words,
    order: { ids: wide(order), letters: wide(letters) },
    counted: {
      terms: words.terms,
      numbers: articles.map((_, number) => number),
      fields: [
        countedField(sections.titleEnds, sections.titleDocuments, sections.titleFrequencies),
        countedField(sections.keywordEnds, sections.keywordDocuments, sections.keywordFrequencies),
        countedField(sections.bodyEnds, sections.bodyDocuments, sections.bodyFrequencies),
      ],
      titles: wide(sections.titles),
      bodies: wide(sections.bodies),
    },
    take(document) {
      const number = numbers.get(document.articleId)
      if (number === undefined) return undefined
      const [, version, audience] = articles[number] as (typeof articles)[number]
      if (version === '' || version !== document.version) return undefined
      if (audience !== document.audience) return undefined
      numbers.delete(document.articleId)
      return Object.assign(textsOf(number), { document })
    },
    untaken: () =>
      Array.from(numbers.values(), (number) => {
        const [, , audience] = articles[number] as (typeof articles)[number]
        return { texts: textsOf(number), audience }
      }),
  }
}

function countedField(ends: NumberTable, documents: NumberTable, frequencies: NumberTable) {
  return { ends: wide(ends), tables: { documents, frequencies } }
}

function wide(table: NumberTable): Uint32Array {
  return table instanceof Uint32Array ? table : Uint32Array.from(table)
}
