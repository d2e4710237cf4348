import type { List } from '../contract/fields.js'

/**
 * Walks a whole list, a page at a time as it is read:
 * `for await (const ticket of paginate((page) => client.tickets.list(page)))`.
 */
export async function* paginate<T>(
  list: (page: { cursor?: string }) => Promise<List<T>>,
): AsyncGenerator<T, void, undefined> {
  let cursor: string | null | undefined
  do {
    const page = await list(cursor ? { cursor } : {})
    yield* page.items
    cursor = page.nextCursor
  } while (cursor)
}
