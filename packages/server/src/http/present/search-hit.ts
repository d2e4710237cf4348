import type { ExcerptPart, QuotedAnswer, SearchHit } from '@waypost/sdk/contract'
import type { SearchDocument } from '../../domain/knowledge/search-index.js'
import type { ArticleUrl } from './article.js'

type Excerpt = readonly ExcerptPart[]

/** An article that was found, or that is offered, with the words that speak for it. */
export function presentHit(
  article: Pick<SearchDocument, 'articleId' | 'locale' | 'title' | 'slug' | 'collectionId'>,
  score: number,
  excerpt: Excerpt,
  url: ArticleUrl,
): SearchHit {
  return {
    kind: 'article',
    articleId: article.articleId,
    locale: article.locale,
    title: article.title,
    slug: article.slug,
    url: url(article),
    collection: article.collectionId,
    score: Math.round(score * 1_000) / 1_000,
    excerpt: [...excerpt],
  }
}

export function presentAnswer(
  article: Pick<SearchDocument, 'articleId' | 'locale' | 'title' | 'slug'>,
  excerpt: Excerpt,
  url: ArticleUrl,
): QuotedAnswer {
  const { articleId, locale, title, slug } = article
  return { articleId, locale, title, slug, url: url(article), excerpt: [...excerpt] }
}
