import { comparePositions, encodePosition, type Position } from '../../foundation/position.js'
import type { Page, StoredRecord } from '../../foundation/records.js'

/**
 * How much each record is worth, by id: the sum over the words that it holds. A word counts one more
 * for each time that it is twice as rare as the most frequent of them: whole numbers, so that the
 * order hardly moves between two pages while records come and go.
 */
export function rankByWords(found: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const most = Math.max(...found.map(({ size }) => size))
  const ranks = new Map<string, number>()
  for (const ids of found) {
    const weight = weightOf(ids.size, most)
    for (const id of ids) ranks.set(id, (ranks.get(id) ?? 0) + weight)
  }
  return ranks
}

export function weightOf(count: number, most: number): number {
  return 1 + Math.floor(Math.log2(most / count))
}

/** One page: the highest rank first, among equals the newest. */
export function pageOfRanked<T extends StoredRecord>(
  ranked: readonly { record: T; rank: number }[],
  { limit, after }: { limit: number; after?: Position | undefined },
): Page<T> {
  const placed = ranked
    .map(({ record, rank }) => ({ record, position: positionOf(record, rank) }))
    .filter(({ position }) => after === undefined || comparePositions(position, after) < 0)
    .sort((a, b) => comparePositions(b.position, a.position))
  const items = placed.slice(0, limit)
  const last = items.at(-1)
  const isEnd = placed.length <= limit || last === undefined
  return {
    items: items.map(({ record }) => record),
    next: isEnd ? null : encodePosition(last.position),
  }
}

function positionOf({ createdAt, id }: StoredRecord, rank: number): Position {
  return { order: `${String(rank).padStart(5, '0')}|${createdAt}`, id }
}
