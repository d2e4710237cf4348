import type { EducationRoom } from '../../domain/education/education.js'
import type { LearningFinder } from '../../domain/education/learning-finder.js'
import type { Articles } from '../../domain/knowledge/articles.js'
import type { Endpoints } from '../endpoint.js'
import {
  type ArticleUrl,
  presentArticle,
  presentArticleSummary,
  presentCollection,
  presentVote,
} from '../present/article.js'
import { type LearningUrl, presentLearning } from '../present/education.js'
import { pageRequest, presentPage } from '../present/page.js'

export interface ArticleEndpointsDeps {
  articles: Articles
  education: EducationRoom
  learning: LearningFinder
  learningUrl: LearningUrl
  url: ArticleUrl
  /** The locale that answers for the wanted one. */
  localeFor(site: string, wanted: string | undefined): string
}

export function articleEndpoints({
  articles,
  education,
  learning,
  learningUrl,
  url,
  localeFor,
}: ArticleEndpointsDeps) {
  return {
    listCollections: async ({ actor, query }) => {
      const locale = localeFor(actor.site, query.locale)
      const page = await articles.collections(actor, locale, pageRequest(query))
      const reply = presentPage(page, ({ collection, articleCount }) =>
        presentCollection(collection, articleCount),
      )
      return { reply, locale }
    },
    listArticles: async ({ actor, query }) => {
      const locale = localeFor(actor.site, query.locale)
      const filter = { collectionId: query.collection, slug: query.slug }
      const page = await articles.list(actor, locale, filter, pageRequest(query))
      const reply = presentPage(page, (article) => presentArticleSummary(article, url))
      return { reply, locale }
    },
    getArticle: async ({ actor, params, query }) => {
      const { article, translations } = await articles.get(actor, params.id, query.locale)
      const { locale } = article
      const read = { articleId: article.articleId, locale }
      const tour = article.tour && (await education.see(actor, 'tour', article.tour, query.locale))
      const taught = await learning.beside(actor, article, query.locale)
      const reply = {
        ...presentArticle(article, translations, url, tour || undefined),
        ...presentLearning(taught, learningUrl),
      }
      return { reply, locale, read }
    },
    voteOnArticle: async ({ actor, params, query, body, origin }) => {
      const vote = await articles.vote(actor, params.id, query.locale, body, origin)
      return { reply: presentVote(vote), locale: vote.locale }
    },
  } satisfies Partial<Endpoints>
}
