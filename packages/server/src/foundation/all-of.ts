import type { Page } from './records.js'

/** Reads page after page to the end. */
export async function allOf<T>(
  readPage: (after: string | undefined) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const items: T[] = []
  let after: string | undefined
  do {
    const page = await readPage(after)
    items.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined)
  return items
}
