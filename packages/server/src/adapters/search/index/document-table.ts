import type { Audience } from '@waypost/sdk/contract'
import type { CollectionCount, SearchDocument } from '../../../domain/knowledge/search-index.js'

/**
 * What decides whether a document counts, by its number and as numbers: a query looks at thousands
 * of documents, and at the documents themselves only where they are shown.
 */
export function createDocumentTable() {
  const audiences = new Map<Audience, number>()
  const collections = new Map<string, number>()
  const audienceOf: number[] = []
  const collectionOf: number[] = []

  function numberIn<T>(numbers: Map<T, number>, key: T): number {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }

  return {
    /** One above the highest number of a document. */
    get size() {
      return audienceOf.length
    },
    set(number: number, { audience, collectionId }: SearchDocument): void {
      audienceOf[number] = numberIn(audiences, audience)
      collectionOf[number] = collectionId === null ? -1 : numberIn(collections, collectionId)
    },
    /** Tells of documents, by number, whether this reader may see them. */
    visibleTo(canRead: (audience: Audience) => boolean): (number: number) => boolean {
      const isReadable = Array.from(audiences.keys(), canRead)
      return (number) => isReadable[audienceOf[number] as number] === true
    },
    /** Those of the documents that stand in a collection; all without one. */
    inCollection(numbers: readonly number[], collectionId: string | undefined): readonly number[] {
      if (collectionId === undefined) return numbers
      const wanted = collections.get(collectionId)
      return wanted === undefined ? [] : numbers.filter((number) => collectionOf[number] === wanted)
    },
    /** How many of the documents each collection has, most first. */
    countCollections(numbers: readonly number[]): CollectionCount[] {
      const counts = new Array<number>(collections.size).fill(0)
      for (const number of numbers) {
        const collection = collectionOf[number] as number
        if (collection >= 0) counts[collection] = (counts[collection] as number) + 1
      }
      return Array.from(collections, ([collectionId, number]) => ({
        collectionId,
        count: counts[number] as number,
      }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.collectionId < b.collectionId ? -1 : 1))
    },
  }
}
