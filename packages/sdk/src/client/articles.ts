import type { Article, ArticleSummary, NewVote, Vote } from '../contract/articles.js'
import type { List, PageOptions } from '../contract/fields.js'
import type { Call } from './call.js'
import type { LocaleOptions } from './settings.js'
import type { ChangeOptions } from './transport.js'

export interface ListArticlesOptions extends LocaleOptions, PageOptions {
  /** The id of the collection they stand in. */
  collection?: string
  slug?: string
}

export interface VoteOptions extends LocaleOptions, ChangeOptions {}

export function createArticles(call: Call, ownLocale?: string) {
  return {
    /** The articles of one locale: all, of a collection, or the one with a slug. */
    list: ({
      locale = ownLocale,
      collection,
      slug,
      limit,
      cursor,
      ...rest
    }: ListArticlesOptions = {}): Promise<List<ArticleSummary>> =>
      call('listArticles', { query: { locale, collection, slug, limit, cursor }, ...rest }),

    /** One article, in the nearest locale that has it; throws `not_found`. */
    get: (id: string, { locale = ownLocale, ...rest }: LocaleOptions = {}): Promise<Article> =>
      call('getArticle', { params: { id }, query: { locale }, ...rest }),

    /** Says whether an article helped; with the `voteId` of an earlier vote it changes that one. */
    vote: (
      id: string,
      vote: NewVote,
      { locale = ownLocale, ...rest }: VoteOptions = {},
    ): Promise<Vote> =>
      call('voteOnArticle', { params: { id }, query: { locale }, body: vote, ...rest }),
  }
}
