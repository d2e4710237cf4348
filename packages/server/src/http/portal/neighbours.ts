import type { FoundContent, LearningFinder } from '../../domain/education/learning-finder.js'
import type { Article } from '../../domain/knowledge/article.js'
import type { Articles } from '../../domain/knowledge/articles.js'
import type { Finder } from '../../domain/knowledge/finder.js'
import { allOf } from '../../foundation/all-of.js'
import type { Visit } from './page.js'

/** What else one might read after an article. */
export interface Neighbours {
  readonly collections: readonly { readonly id: string; readonly title: string }[]
  readonly previous: Article | undefined
  readonly next: Article | undefined
  /** About the same thing, wherever it stands. */
  readonly related: readonly { readonly slug: string; readonly title: string }[]
  readonly learning: readonly FoundContent[]
}

const RELATED = 3

/** Finds what stands before and after an article on its shelf, and what is about the same. */
export async function readNeighbours(
  { articles, finder, learning }: { articles: Articles; finder: Finder; learning: LearningFinder },
  { actor, locale }: Visit,
  article: Article,
): Promise<Neighbours> {
  const { articleId, collectionId } = article
  const [shelves, shelf, taught] = await Promise.all([
    allOf((after) => articles.collections(actor, locale.tag, { limit: 500, after })),
    collectionId === null
      ? []
      : allOf((after) => articles.list(actor, locale.tag, { collectionId }, { limit: 500, after })),
    learning.beside(actor, article, locale.tag),
  ])
  const at = shelf.findIndex((other) => other.articleId === articleId)
  const [previous, next] = [shelf[at - 1], at === -1 ? undefined : shelf[at + 1]]
  const beside = new Set([articleId, previous?.articleId, next?.articleId])
  const text = [article.title, ...article.keywords].join(' ')
  const { hits } = finder.search(actor, { text, locale: locale.tag, limit: RELATED + beside.size })
  const others = hits.map(({ document }) => document).filter(({ articleId: id }) => !beside.has(id))
  return {
    collections: shelves
      .filter(({ articleCount }) => articleCount > 0)
      .map(({ collection }) => ({ id: collection.collectionId, title: collection.title })),
    ...{ previous, next },
    related: others.slice(0, RELATED).map(({ slug, title }) => ({ slug, title })),
    learning: taught,
  }
}
