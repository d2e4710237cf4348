import type { SearchHit } from '@waypost/sdk/contract'
import type { LearningFinder } from '../../domain/education/learning-finder.js'
import type { Finder } from '../../domain/knowledge/finder.js'
import type { FoundArticle } from '../../domain/knowledge/search-index.js'
import type { NewId } from '../../foundation/ids.js'
import type { Endpoints } from '../endpoint.js'
import type { ArticleUrl } from '../present/article.js'
import { type LearningUrl, presentLearningHit } from '../present/education.js'
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
        ...(taught.length > 0 && {
          learning: taught.map((one) => presentLearningHit(one, learningUrl)),
        }),
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
      // The pages after the first belong to the same search.
      const search = cursor === undefined ? { locale: found.locale, text, articleIds } : undefined
      return { reply, locale: found.locale, search }
    },
    listSuggestions: async ({ actor, query }) => {
      const { articles: ids = [], query: text = '' } = query
      if (ids.length > 0 || text !== '') {
        const chosen = finder.suggestChosen(actor, { ids, text, locale: query.locale })
        return { reply: { items: chosen.hits.map(hit) }, locale: chosen.locale }
      }
      const { locale, items } = await finder.suggest(actor, query.url, query.locale)
      const offered = items.map(({ article, score, excerpt }) =>
        presentHit(article, score, excerpt, url),
      )
      return { reply: { items: offered }, locale }
    },
    suggestForDraft: async ({ actor, body: { text, locale } }) => {
      const found = finder.suggestForDraft(actor, { text, locale, limit: DRAFT_SUGGESTIONS })
      return { reply: { items: found.hits.map(hit) }, locale: found.locale }
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
