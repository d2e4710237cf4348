import type { QuotedAnswer, SearchHit } from '@waypost/sdk/contract'
import type { Finder, FoundSuggestion } from '../../domain/knowledge/finder.js'
import type { FoundArticle, SearchAnswer } from '../../domain/knowledge/search-index.js'
import type { NewId } from '../../foundation/ids.js'
import type { Endpoints } from '../endpoint.js'
import type { ArticleUrl } from '../present/article.js'

export interface SearchEndpointsDeps {
  finder: Finder
  url: ArticleUrl
  newId: NewId
}

const DRAFT_SUGGESTIONS = 4

export function searchEndpoints({ finder, url, newId }: SearchEndpointsDeps) {
  return {
    search: async ({ actor, query }) => {
      const { q: text, locale, collection: collectionId, limit, cursor } = query
      const found = finder.search(actor, { text, locale, collectionId, limit, cursor })
      const reply = {
        searchId: newId('sea'),
        items: found.hits.map(presentHit),
        nextCursor: found.next,
        ...(found.didYouMean !== undefined && { didYouMean: found.didYouMean }),
        ...(found.answer && { answer: presentAnswer(found.answer) }),
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
        return { reply: { items: chosen.hits.map(presentHit) }, locale: chosen.locale }
      }
      const { locale, items } = await finder.suggest(actor, query.url, query.locale)
      return { reply: { items: items.map(presentSuggestion) }, locale }
    },
    suggestForDraft: async ({ actor, body: { text, locale } }) => {
      const found = finder.suggestForDraft(actor, { text, locale, limit: DRAFT_SUGGESTIONS })
      return { reply: { items: found.hits.map(presentHit) }, locale: found.locale }
    },
  } satisfies Partial<Endpoints>

  function presentHit({
    document,
    score,
    excerpt,
  }: Pick<FoundArticle, 'document' | 'score' | 'excerpt'>): SearchHit {
    return hit(document, score, excerpt)
  }

  function presentSuggestion({ article, score, excerpt }: FoundSuggestion): SearchHit {
    return hit(article, score, excerpt)
  }

  function presentAnswer({ document, excerpt }: NonNullable<SearchAnswer['answer']>): QuotedAnswer {
    const { articleId, locale, title, slug } = document
    return {
      ...{ articleId, locale, title, slug },
      url: url(document),
      excerpt: [...excerpt],
    }
  }

  function hit(
    article: Pick<
      FoundArticle['document'],
      'articleId' | 'locale' | 'title' | 'slug' | 'collectionId'
    >,
    score: number,
    excerpt: FoundArticle['excerpt'],
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
}
