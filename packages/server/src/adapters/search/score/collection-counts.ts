import type { CollectionCount } from '../../../domain/knowledge/search-index.js'
import type { Entry } from '../index/entry.js'

/** How many of the found documents each collection has, most first. */
export function collectionCounts(found: readonly Entry[]): CollectionCount[] {
  const counts = new Map<string, number>()
  for (const { document } of found) {
    const { collectionId } = document
    if (collectionId !== null) counts.set(collectionId, (counts.get(collectionId) ?? 0) + 1)
  }
  return Array.from(counts, ([collectionId, count]) => ({ collectionId, count })).sort(
    (a, b) => b.count - a.count || (a.collectionId < b.collectionId ? -1 : 1),
  )
}
