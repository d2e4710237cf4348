import type { ExcerptPart } from '@waypost/sdk/contract'
import type { Article } from './article.js'
import { pageMatch } from './page-match.js'

/** An article that nobody searched for, with how well it fits. */
export interface OfferedArticle {
  article: Article
  score: number
}

/** Those whose `pages` fit an address, the best fit first. */
export function fitting(articles: readonly Article[], url: string): readonly OfferedArticle[] {
  return articles
    .map((article) => ({ article, score: pageMatch(url, article.pages) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

/** For somebody who is nowhere in particular: these, then the first of each collection. */
export function mostHelpful(
  articles: readonly Article[],
  ids: readonly string[],
): readonly OfferedArticle[] {
  const read = ids.flatMap((id) => articles.find(({ articleId }) => articleId === id) ?? [])
  const shelves = new Set<string | null>()
  const firstOfEach = articles.filter(
    ({ collectionId }) => !shelves.has(collectionId) && shelves.add(collectionId),
  )
  return [...new Set([...read, ...firstOfEach])].map((article) => ({ article, score: 0 }))
}

/** What stands for an article where no words were searched for. */
export function opening({ summary }: Pick<Article, 'summary'>): readonly ExcerptPart[] {
  return summary === null ? [] : [{ text: summary, match: false }]
}
