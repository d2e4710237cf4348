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
function shelfOrder(record: Article | Collection): string {
  const order = orders.get(record) ?? orderOf(record)
  orders.set(record, order)
  return order
}

/** Of records, which never change: a start compares each of them some thirty times. */
const orders = new WeakMap<Article | Collection, string>()

function orderOf({ position, title }: Article | Collection): string {
  return `${(position + 1e9).toFixed(3).padStart(15, '0')} ${title}`
}
