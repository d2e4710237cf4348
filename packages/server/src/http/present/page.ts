import type { List } from '@waypost/sdk/contract'
import type { Page, PageRequest } from '../../foundation/records.js'

/** The query of a list as a request to a store. */
export function pageRequest(query: { limit: number; cursor?: string | undefined }): PageRequest {
  return { limit: query.limit, after: query.cursor }
}

export function presentPage<T, R>(page: Page<T>, present: (item: T) => R): List<R> {
  return { items: page.items.map(present), nextCursor: page.next }
}
