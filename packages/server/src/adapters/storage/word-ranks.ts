import { comparePositions, encodePosition, type Position } from '../../foundation/position.js'
import type { Page, StoredRecord } from '../../foundation/records.js'

/**
 * What each thing is worth, by its number: the sum over the words that it holds. A word counts one
 * more for each time that it is twice as rare as the most frequent of them: whole numbers, so that
 * the order hardly moves between two pages while records come and go.
 */
export function rankByWords(found: readonly (readonly number[])[], count: number): Uint16Array {
  const most = Math.max(...found.map(({ length }) => length))
  const ranks = new Uint16Array(count)
  for (const things of found) {
    const weight = weightOf(things.length, most)
    for (const thing of things) ranks[thing] = (ranks[thing] ?? 0) + weight
  }
  return ranks
}

function weightOf(count: number, most: number): number {
  return 32 - Math.clz32(most / count)
}

/** Where a record stands among what was found: by rank, among equals by its birth. */
function rankedPosition({ createdAt, id }: StoredRecord, rank: number): Position {
  return { order: `${String(rank).padStart(5, '0')}|${createdAt}`, id }
}

/**
 * Gathers the one page that comes after a position, from the last place up. Most of many records are
 * only looked at: `offer` is quick for whatever stands behind what is there already.
 */
export function gatherPage<T extends StoredRecord>(limit: number, after: Position | undefined) {
  const best: { record: T; position: Position }[] = []

  return {
    offer(record: T, rank: number, isWanted: (record: T) => boolean): void {
      const position = rankedPosition(record, rank)
      const isPast = after !== undefined && comparePositions(position, after) >= 0
      const worst = best.length > limit ? best.at(-1) : undefined
      if (isPast || (worst && comparePositions(position, worst.position) < 0)) return
      if (!isWanted(record)) return
      const at = best.findLastIndex((other) => comparePositions(other.position, position) > 0) + 1
      best.splice(at, 0, { record, position })
      if (best.length > limit + 1) best.pop()
    },

    page(): Page<T> {
      const items = best.slice(0, limit)
      const last = items.at(-1)
      const isEnd = best.length <= limit || last === undefined
      return {
        items: items.map(({ record }) => record),
        next: isEnd ? null : encodePosition(last.position),
      }
    },
  }
}
