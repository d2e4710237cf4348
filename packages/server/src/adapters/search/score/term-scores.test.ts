import { describe, expect, it } from 'vitest'
import { createAnalysis } from '../analysis/analysis.js'
import { languageOf } from '../analysis/languages.js'
import { type Entry, readEntry } from '../index/entry.js'
import { createInvertedIndex, SCORING } from '../index/inverted-index.js'
import { createVocabulary } from '../index/vocabulary.js'
import { createTermScores } from './term-scores.js'

describe('createTermScores', () => {
  const vocabulary = createVocabulary(createAnalysis(languageOf('en')))
  const index = createInvertedIndex(vocabulary)
  const entries = ['Anchors', 'Anchor chains', 'Chains', 'Sails', ''].map((title, at) => {
    const names = { site: 'tidemark', locale: 'en', articleId: title, slug: title }
    const keywords = at % 2 ? ['mooring', 'anchor'] : []
    const rest = { collectionId: null, summary: null, audience: 'public' as const }
    const text = `${'Drop the anchor. '.repeat(at)}Then rest in the harbour.`
    return readEntry(3 * at + 40, { ...names, ...rest, title, keywords, text }, vocabulary)
  })
  index.addAll(entries)
  const scores = createTermScores(() => index)

  function expectTheSame(term: string): void {
    const own = scores.of(term)
    const found = index.search(term, SCORING)
    expect([...own.documents].sort()).toEqual(found.map(({ id }) => id).sort())
    for (const { id, score } of found) {
      expect(own.scores[own.documents.indexOf(id)]).toBeCloseTo(score, 12)
    }
  }

  it('gives what MiniSearch gives, field by field', () => {
    for (const term of ['anchor', 'chain', 'sail', 'harbour', 'moor', 'nothing']) {
      expectTheSame(term)
    }
    expect(scores.of('anchor').documents).toHaveLength(5)
  })

  it('knows of a change when it is told to forget', () => {
    index.remove(entries[1] as Entry)
    expect(scores.of('anchor').documents).toHaveLength(5)
    scores.forget()
    expect(scores.of('anchor').documents).toHaveLength(4)
    expectTheSame('anchor')
  })
})
