import type { Collection } from '../contract/collections.js'
import type { List, PageOptions } from '../contract/fields.js'
import type { Call } from './call.js'
import type { LocaleOptions } from './in-locale.js'

export interface ListCollectionsOptions extends LocaleOptions, PageOptions {}

export function createCollections(call: Call) {
  return {
    /** The collections of one locale, in their order. */
    list: (options?: ListCollectionsOptions): Promise<List<Collection>> =>
      call('listCollections', options),
  }
}
