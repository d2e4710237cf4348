import type { PageOptions } from '../contract/fields.js'
import type { Draft, SearchResults, Suggestions } from '../contract/search.js'
import type { Call } from './call.js'
import type { LocaleOptions } from './settings.js'

export interface SearchOptions extends LocaleOptions, PageOptions {
  /** The id of a collection to search in. */
  collection?: string
}

/** Where the visitor is, or what they are writing; nothing of both asks for what helps most. */
export interface SuggestionsOptions extends LocaleOptions {
  /** The address of the host's page. */
  url?: string
  /** The draft so far. It travels in the body, never in an address. */
  text?: string
}

export function createSearch(call: Call, ownLocale?: string) {
  return {
    /**
     * Articles for the words of a visitor. While they type, abort the search before: answers may
     * arrive in another order than they were asked for.
     */
    search: (
      q: string,
      { locale = ownLocale, collection, limit, cursor, ...rest }: SearchOptions = {},
    ): Promise<SearchResults> =>
      call('search', { query: { q, locale, collection, limit, cursor }, ...rest }),

    /** Articles that nobody asked for yet: for a page of the host, or for the draft of a ticket. */
    suggestions: ({
      locale = ownLocale,
      url,
      text,
      ...rest
    }: SuggestionsOptions = {}): Promise<Suggestions> =>
      text
        ? call('suggestForDraft', { body: { text, url, locale } satisfies Draft, ...rest })
        : call('listSuggestions', { query: { url, locale }, ...rest }),
  }
}
