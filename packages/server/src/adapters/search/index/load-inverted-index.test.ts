import type MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { createAnalysis } from '../analysis/analysis.js'
import { languageOf } from '../analysis/languages.js'
import { countTerms } from './count-terms.js'
import { type Entry, type NumberedTexts, readEntry, textsOf } from './entry.js'
import { createInvertedIndex } from './inverted-index.js'
import { loadInvertedIndex } from './load-inverted-index.js'
import { allAtOnce } from './steps.js'
import { createVocabulary } from './vocabulary.js'

describe('loadInvertedIndex', () => {
  it('makes the very index that adding one by one makes', () => {
    const vocabulary = createVocabulary(createAnalysis(languageOf('sv')))
    const titles = ['Påminnelse', 'Påminnelseavgift', '', 'Avgift, avgifter', 'Byta kundavgift']
    const entries = titles.map((title, number) => {
      const names = { site: 'tidemark', locale: 'sv', articleId: title, slug: title }
      const keywords = number % 2 ? ['faktura', 'räkning för avgift'] : []
      const rest = { collectionId: null, summary: title || null, audience: 'public' as const }
      const text = `${title} kostar. ${'Avgiften betalas. '.repeat(number)}`
      return readEntry(number + 7, { ...names, ...rest, title, keywords, text }, vocabulary)
    })
    for (const entry of entries) vocabulary.count(textsOf(entry), 'public', 1)
    vocabulary.setParts(allAtOnce(vocabulary.staleParts()))
    const added = createInvertedIndex(vocabulary)
    added.addAll(entries)
    const counted = allAtOnce(countTerms(entries, vocabulary.words()))
    const loaded = loadInvertedIndex(counted, vocabulary)
    expectTheSame(loaded, added)
    // Also after it has changed.
    for (const index of [loaded, added]) {
      for (const entry of entries.slice(1, 4)) index.remove(entry)
      index.add(entries[2] as Entry)
    }
    expectTheSame(loaded, added)
  })
})

function expectTheSame(one: MiniSearch<NumberedTexts>, other: MiniSearch<NumberedTexts>): void {
  const { index, averageFieldLength, ...rest } = one.toJSON()
  const expected = other.toJSON()
  expect(new Map(index)).toEqual(new Map(expected.index))
  expect(rest).toEqual(
    JSON.parse(JSON.stringify({ ...expected, index: undefined, averageFieldLength: undefined })),
  )
  averageFieldLength.forEach((length, field) => {
    expect(length).toBeCloseTo(expected.averageFieldLength[field] ?? 0, 9)
  })
}
