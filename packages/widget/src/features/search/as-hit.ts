import type { SearchHit } from '@waypost/sdk/contract'

type Named = 'articleId' | 'locale' | 'title' | 'slug' | 'url'

/** An article that was not found by a search, in the shape of those that were. */
export const asHit = (article: Pick<SearchHit, Named> & Partial<SearchHit>): SearchHit => ({
  kind: 'article',
  collection: null,
  score: 0,
  excerpt: [],
  ...article,
})
