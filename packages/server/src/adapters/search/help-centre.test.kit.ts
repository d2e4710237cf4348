import type { SearchDocument, SearchRequest } from '../../domain/knowledge/search-index.js'
import { createSearchIndex } from './search-index.js'

const BLANK: SearchDocument = {
  site: 'tidemark',
  locale: 'en',
  articleId: '',
  title: '',
  slug: '',
  collectionId: null,
  keywords: [],
  summary: null,
  text: '',
  audience: 'public',
}

/** A search index with articles in one locale, asked as a customer would. */
export function helpCentre(locale: string, titles: readonly string[] = []) {
  const index = createSearchIndex()

  function publish(articleId: string, fields: Partial<SearchDocument>): void {
    index.put({ ...BLANK, locale, articleId, slug: articleId, ...fields })
  }

  function search(text: string, request: Partial<SearchRequest> = {}) {
    const everything = { site: 'tidemark', locale, limit: 10, offset: 0, canRead: () => true }
    return index.search({ ...everything, text, ...request })
  }

  for (const title of titles) publish(title, { title })

  return {
    index,
    publish,
    search,
    /** The ids of what is found, best first; of `titles` they are the titles. */
    finds: (text: string, request?: Partial<SearchRequest>) =>
      search(text, request).hits.map(({ document }) => document.articleId),
    /** The excerpt of the best hit, what matched in brackets. */
    excerpt: (text: string) =>
      search(text)
        .hits[0]?.excerpt.map((part) => (part.match ? `[${part.text}]` : part.text))
        .join(''),
  }
}
