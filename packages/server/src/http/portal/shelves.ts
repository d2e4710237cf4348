import type { CollectionIcon } from '@waypost/sdk/contract'
import type { Article } from '../../domain/knowledge/article.js'
import type { Articles } from '../../domain/knowledge/articles.js'
import { allOf } from '../../foundation/all-of.js'
import type { Visit } from './page.js'

/** One collection with what stands in it, both in their order. */
export interface Shelf {
  /** `null` where articles stand in no collection. */
  readonly id: string | null
  readonly title: string
  readonly summary: string | null
  readonly icon?: CollectionIcon | undefined
  readonly articles: readonly Article[]
}

/** Everything that the reader may read in a locale, by collection; empty collections are left out. */
export async function readShelves(
  articles: Articles,
  { actor, words }: Visit,
  locale: string,
): Promise<readonly Shelf[]> {
  const [collections, all] = await Promise.all([
    allOf((after) => articles.collections(actor, locale, { limit: 500, after })),
    allOf((after) => articles.list(actor, locale, {}, { limit: 500, after })),
  ])
  const known = new Set(collections.map(({ collection }) => collection.collectionId))
  const shelves = collections.map(({ collection: { collectionId: id, title, summary, icon } }) => ({
    ...{ id, title, summary, icon },
    articles: all.filter((article) => article.collectionId === id),
  }))
  const loose = {
    ...{ id: null, title: words.t('home.more'), summary: null },
    articles: all.filter(({ collectionId }) => collectionId === null || !known.has(collectionId)),
  }
  return [...shelves, loose].filter((shelf) => shelf.articles.length > 0)
}
