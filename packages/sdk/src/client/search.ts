import type { PageOptions } from '../contract/fields.js'
import type { Draft, SearchResults, Suggestions } from '../contract/search.js'
import type { Call } from './call.js'
import type { LocaleOptions } from './in-locale.js'

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
  /** Ids of articles that are to come first, in this order; at most ten, and none with a comma. */
  articles?: readonly string[]
  /** Words of the page; what they find follows. They stand in an address: nothing of a person. */
  query?: string
}

export function createSearch(call: Call, own: LocaleOptions) {
  return {
    /**
     * Articles for the words of a visitor. While they type, abort the search before: answers may
     * arrive in another order than they were asked for.
     */
    search: (q: string, options?: SearchOptions): Promise<SearchResults> =>
      call('search', { q, ...options }),

    /** Articles that nobody asked for yet: for a page of the host, or for the draft of a ticket. */
    suggestions({ text, ...options }: SuggestionsOptions = {}): Promise<Suggestions> {
      if (!text) return call('listSuggestions', options)
      const { url, locale = own.locale, ...rest } = options
      return call('suggestForDraft', rest, { body: { text, url, locale } satisfies Draft })
    },
  }
}
