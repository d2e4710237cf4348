import type { Collection } from '../contract/collections.js'
import type { List, PageOptions } from '../contract/fields.js'
import type { Call } from './call.js'
import type { LocaleOptions } from './settings.js'

export interface ListCollectionsOptions extends LocaleOptions, PageOptions {}

export function createCollections(call: Call, ownLocale?: string) {
  return {
    /** The collections of one locale, in their order. */
    list: ({
      locale = ownLocale,
      limit,
      cursor,
      ...rest
    }: ListCollectionsOptions = {}): Promise<List<Collection>> =>
      call('listCollections', { query: { locale, limit, cursor }, ...rest }),
  }
}
