import { declareTable } from '../../foundation/records.js'
import { type Article, type Collection, contentKey } from './article.js'

export const articleTable = declareTable<Article>()({
  name: 'articles',
  indexes: {
    site: { keys: (article) => [article.site] },
    locale: { keys: ({ site, locale }) => [contentKey(site, locale, '')], order: shelfOrder },
    collection: {
      keys: ({ site, locale, collectionId }) =>
        collectionId === null ? [] : [contentKey(site, locale, collectionId)],
      order: shelfOrder,
    },
    slug: { keys: ({ site, locale, slug }) => [contentKey(site, locale, slug)] },
    translations: { keys: ({ site, articleId }) => [`${site}|${articleId}`] },
  },
})

export const collectionTable = declareTable<Collection>()({
  name: 'collections',
  indexes: {
    site: { keys: (collection) => [collection.site] },
    locale: { keys: ({ site, locale }) => [contentKey(site, locale, '')], order: shelfOrder },
  },
})

/** By position, then title: a number that sorts as text, as positions may be negative. */
function shelfOrder({ position, title }: { position: number; title: string }): string {
  return `${(position + 1e9).toFixed(3).padStart(15, '0')} ${title}`
}
