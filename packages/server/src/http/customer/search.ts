import type { SearchHit } from '@waypost/sdk/contract'
import type { ArticleBeside, LearningFinder } from '../../domain/education/learning-finder.js'
import type { Finder } from '../../domain/knowledge/finder.js'
import type { FoundArticle } from '../../domain/knowledge/search-index.js'
import type { NewId } from '../../foundation/ids.js'
import type { Endpoints } from '../endpoint.js'
import type { ArticleUrl } from '../present/article.js'
import { type LearningUrl, presentLearning } from '../present/education.js'
import { presentAnswer, presentHit } from '../present/search-hit.js'

export interface SearchEndpointsDeps {
  finder: Finder
  url: ArticleUrl
  learning: LearningFinder
  learningUrl: LearningUrl
  newId: NewId
}

const DRAFT_SUGGESTIONS = 4

export function searchEndpoints({
  finder,
  url,
  learning,
  learningUrl,
  newId,
}: SearchEndpointsDeps) {
  return {
    search: async ({ actor, query }) => {
      const { q: text, locale, collection: collectionId, limit, cursor } = query
      const found = finder.search(actor, { text, locale, collectionId, limit, cursor })
      const { answer } = found
      const isWhole = cursor === undefined && collectionId === undefined
      const taught = isWhole ? await learning.search(actor, { text, locale }) : []
      const reply = {
        searchId: newId('sea'),
        items: found.hits.map(hit),
        nextCursor: found.next,
        ...(found.didYouMean !== undefined && { didYouMean: found.didYouMean }),
        ...(answer && { answer: presentAnswer(answer.document, answer.excerpt, url) }),
        ...presentLearning(taught, learningUrl),
        // What the pages after the first would only repeat.
        ...(cursor === undefined && {
          collections: found.collections.map(({ collectionId: collection, title, count }) => ({
            collection,
            title,
            count,
          })),
        }),
      }
      const articleIds = found.hits.map(({ document }) => document.articleId)
      const isAnswered = articleIds.length + taught.length > 0
      // The pages after the first belong to the same search.
      const search = { locale: found.locale, text, articleIds, isAnswered }
      return { reply, locale: found.locale, ...(cursor === undefined && { search }) }
    },
    listSuggestions: async ({ actor, query }) => {
      const { articles: ids = [], query: text = '', url: page, locale: wanted } = query
      const teach = (articles: readonly ArticleBeside[]) =>
        learning.forPage(actor, { url: page, text, articles, locale: wanted })
      if (ids.length > 0 || text !== '') {
        const { hits, locale } = finder.suggestChosen(actor, { ids, text, locale: wanted })
        const taught = await teach(hits.map(({ document }) => document))
        return { reply: { items: hits.map(hit), ...presentLearning(taught, learningUrl) }, locale }
      }
      const { locale, items } = await finder.suggest(actor, page, wanted)
      const offered = items.map(({ article, score, excerpt }) =>
        presentHit(article, score, excerpt, url),
      )
      // For nowhere in particular there is all of Learn.
      const taught = page === undefined ? [] : await teach(items.map(({ article }) => article))
      return { reply: { items: offered, ...presentLearning(taught, learningUrl) }, locale }
    },
    suggestForDraft: async ({ actor, body: { text, locale, url: page } }) => {
      const found = finder.suggestForDraft(actor, { text, locale, limit: DRAFT_SUGGESTIONS })
      const taught = await learning.forDraft(actor, { text, locale, url: page })
      const reply = { items: found.hits.map(hit), ...presentLearning(taught, learningUrl) }
      return { reply, locale: found.locale }
    },
  } satisfies Partial<Endpoints>

  function hit({
    document,
    score,
    excerpt,
  }: Pick<FoundArticle, 'document' | 'score' | 'excerpt'>): SearchHit {
    return presentHit(document, score, excerpt, url)
  }
}
