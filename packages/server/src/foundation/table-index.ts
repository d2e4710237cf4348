import { comparePositions, type Position } from './position.js'
import type { IndexDeclaration, StoredRecord } from './records.js'
import {
  countRecords,
  insertRecord,
  recordsBefore,
  recordsFrom,
  removeRecord,
  type SortedRecords,
  seekRecord,
} from './sorted-records.js'

/** Records by key, each key in order. A key with one record keeps no list: most keys have one. */
export function createTableIndex<T extends StoredRecord>(declaration: IndexDeclaration<T>) {
  const { keys, order: orderOf = birth } = declaration
  const byKey = new Map<string, T | SortedRecords<T>>()

  function insert(key: string, record: T): void {
    const kept = byKey.get(key)
    if (kept === undefined || (!Array.isArray(kept) && kept.id === record.id)) {
      byKey.set(key, record)
    } else if (Array.isArray(kept)) {
      insertRecord(kept, record, orderOf)
    } else {
      const list = [[kept]]
      insertRecord(list, record, orderOf)
      byKey.set(key, list)
    }
  }

  function remove(key: string, record: T): void {
    const kept = byKey.get(key)
    if (kept === undefined) return
    if (!Array.isArray(kept)) {
      if (kept.id === record.id) byKey.delete(key)
      return
    }
    removeRecord(kept, record, orderOf)
    if (kept.length === 0) byKey.delete(key)
  }

  function* walk(key: string, direction: 'ascending' | 'descending', after?: Position) {
    const kept = byKey.get(key) ?? []
    const list = Array.isArray(kept) ? kept : [[kept]]
    const start = after ? seekRecord(list, after, orderOf) : undefined
    if (direction === 'descending') {
      yield* recordsBefore(list, start ?? [list.length, 0])
      return
    }
    for (const record of recordsFrom(list, start ?? [0, 0])) {
      if (after && comparePositions(positionOf(record), after) === 0) continue
      yield record
    }
  }

  function positionOf(record: T): Position {
    return { order: orderOf(record), id: record.id }
  }

  return {
    keys,
    positionOf,
    /** The records under a key, from the position (without it) on. */
    walk,
    /** Throws what the declaration throws for a record that it cannot index. */
    check(record: T): void {
      keys(record)
      orderOf(record)
    },
    count(key: string): number {
      const kept = byKey.get(key)
      return Array.isArray(kept) ? countRecords(kept) : Number(kept !== undefined)
    },
    /** Brings the index from the old record to the new one; either may be absent. */
    replace(old: T | undefined, next: T | undefined): void {
      const nextKeys = next ? keys(next) : []
      const hasMoved = old && next && orderOf(old) !== orderOf(next)
      for (const key of old ? keys(old) : []) {
        if (old && (hasMoved || !nextKeys.includes(key))) remove(key, old)
      }
      for (const key of nextKeys) if (next) insert(key, next)
    },
  }
}

function birth(record: StoredRecord): string {
  return record.createdAt
}
