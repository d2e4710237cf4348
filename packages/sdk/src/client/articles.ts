import type { Article, ArticleSummary, NewVote, Vote } from '../contract/articles.js'
import type { List, PageOptions } from '../contract/fields.js'
import type { Call } from './call.js'
import type { LocaleOptions } from './in-locale.js'
import type { ChangeOptions } from './transport.js'

export interface ListArticlesOptions extends LocaleOptions, PageOptions {
  /** The id of the collection they stand in. */
  collection?: string
  slug?: string
}

export interface VoteOptions extends LocaleOptions, ChangeOptions {}

export function createArticles(call: Call) {
  return {
    /** The articles of one locale: all, of a collection, or the one with a slug. */
    list: (options?: ListArticlesOptions): Promise<List<ArticleSummary>> =>
      call('listArticles', options),

    /** One article, in the nearest locale that has it; throws `not_found`. */
    get: (id: string, options?: LocaleOptions): Promise<Article> =>
      call('getArticle', options, { params: { id } }),

    /** Says whether an article helped; with the `voteId` of an earlier vote it changes that one. */
    vote: (id: string, vote: NewVote, options?: VoteOptions): Promise<Vote> =>
      call('voteOnArticle', options, { params: { id }, body: vote }),
  }
}
