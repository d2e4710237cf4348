import type { Page, PageRequest } from './records.js'

/** One full page of what passes the filter, reading on until it is full or the end is reached. */
export async function filteredPage<T>(
  request: PageRequest,
  readPage: (request: PageRequest) => Promise<Page<T>>,
  passes: (item: T) => boolean,
): Promise<Page<T>> {
  const items: T[] = []
  let next: string | null | undefined = request.after
  do {
    const page: Page<T> = await readPage({
      ...request,
      // Never more than still fit: a page ends where its last read ended.
      limit: request.limit - items.length,
      after: next ?? undefined,
    })
    items.push(...page.items.filter(passes))
    next = page.next
  } while (next !== null && items.length < request.limit)
  return { items, next }
}
