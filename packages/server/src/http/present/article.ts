import type {
  Article as ArticleReply,
  ArticleSummary,
  Collection as CollectionReply,
  Vote as VoteReply,
} from '@waypost/sdk/contract'
import type { ContentOf } from '../../domain/education/content.js'
import type { Seen } from '../../domain/education/visible.js'
import type { Article, Collection } from '../../domain/knowledge/article.js'
import type { Vote } from '../../domain/knowledge/vote.js'

/** Where an article stands for readers: absolute, from the configured public address. */
export type ArticleUrl = (article: { locale: string; slug: string }) => string

export function articleUrl(publicUrl: string): ArticleUrl {
  return ({ locale, slug }) => `${publicUrl}/help/${locale}/articles/${encodeURIComponent(slug)}`
}

export function presentArticleSummary(article: Article, url: ArticleUrl): ArticleSummary {
  return {
    id: article.articleId,
    locale: article.locale,
    title: article.title,
    summary: article.summary,
    slug: article.slug,
    url: url(article),
    collection: article.collectionId,
    updatedAt: article.updatedAt,
  }
}

export function presentArticle(
  article: Article,
  translations: readonly Article[],
  url: ArticleUrl,
  tour?: Seen<ContentOf<'tour'>>,
): ArticleReply {
  return {
    ...presentArticleSummary(article, url),
    body: article.body,
    ...(tour && { tour: presentArticleTour(tour) }),
    translations: translations.map((other) => ({
      locale: other.locale,
      title: other.title,
      slug: other.slug,
      url: url(other),
    })),
  }
}

const presentArticleTour = ({
  content: { contentId: id, title, minutes },
}: Seen<ContentOf<'tour'>>) => ({
  ...{ id, title, minutes },
})

export function presentCollection(collection: Collection, articleCount: number): CollectionReply {
  return {
    id: collection.collectionId,
    locale: collection.locale,
    title: collection.title,
    summary: collection.summary,
    icon: collection.icon ?? null,
    articleCount,
  }
}

export function presentVote(vote: Vote): VoteReply {
  return {
    id: vote.id,
    articleId: vote.articleId,
    locale: vote.locale,
    helpful: vote.helpful,
    reason: vote.reason,
    comment: vote.comment,
  }
}
