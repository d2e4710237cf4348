import { createSearchIndex } from '../packages/server/src/adapters/search/search-index.js'

interface CorpusDocument {
  readonly id: string
  readonly title: string
  readonly body: string
}

/** The search index alone, in the shape that the relevance kit measures. Titles may be empty. */
export function build(documents: readonly CorpusDocument[], { lang }: { lang: string }) {
  const index = createSearchIndex()
  const request = { site: 'bench', locale: lang, offset: 0, canRead: () => true }
  for (const { id, title, body } of documents) {
    index.put({
      site: 'bench',
      locale: lang,
      articleId: id,
      title,
      slug: id,
      collectionId: null,
      keywords: [],
      summary: null,
      text: body,
      audience: 'public',
    })
  }
  index.settle()
  return {
    search(text: string, { limit }: { limit: number }) {
      const { hits } = index.search({ ...request, text, limit })
      return hits.map(({ document, score }) => ({ id: document.articleId, score }))
    },
  }
}
