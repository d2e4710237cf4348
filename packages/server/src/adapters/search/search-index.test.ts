import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '../../domain/knowledge/search-index.js'
import { createSearchIndex } from './search-index.js'

const base: SearchDocument = {
  site: 'tidemark',
  locale: 'en',
  articleId: 'a',
  title: '',
  slug: 'a',
  collectionId: null,
  keywords: [],
  summary: null,
  text: '',
  audience: 'public',
}
const everyone = { site: 'tidemark', locale: 'en', limit: 10, offset: 0, canRead: () => true }

describe('createSearchIndex', () => {
  it('finds an article by an inflected word of its title', () => {
    const index = createSearchIndex()
    index.put({ ...base, articleId: 'reminders', title: 'Remind customers of invoices' })
    index.put({ ...base, articleId: 'login', title: 'Sign in' })
    const answer = index.search({ ...everyone, text: 'invoice reminder' })
    expect(answer.hits.map((hit) => hit.document.articleId)).toEqual(['reminders'])
  })
})
