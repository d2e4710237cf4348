import type { Position } from './position.js'
import type { StoredRecord } from './records.js'

/**
 * Records in order, in chunks of at most 512, so that a record in the middle of 200,000 costs a
 * short move, not a long one. Plain arrays instead of an object with methods: a table holds one of
 * these for each key, often hundreds of thousands.
 */
export type SortedRecords<T> = T[][]

/** What a record sorts by; ties are broken by id. */
export type OrderOf<T> = (record: T) => string

const CHUNK = 512

/** Puts a record in its place, over the one that stands there with the same order and id. */
export function insertRecord<T extends StoredRecord>(
  list: SortedRecords<T>,
  record: T,
  orderOf: OrderOf<T>,
): void {
  const target = { order: orderOf(record), id: record.id }
  const [at, index] = seekRecord(list, target, orderOf)
  const chunk = list[at]
  if (chunk === undefined) {
    append(list, record)
    return
  }
  if (chunk[index]?.id === record.id) {
    chunk[index] = record
    return
  }
  chunk.splice(index, 0, record)
  if (chunk.length > CHUNK) list.splice(at + 1, 0, chunk.splice(CHUNK / 2))
}

/** Takes a record out; nothing happens where it does not stand. */
export function removeRecord<T extends StoredRecord>(
  list: SortedRecords<T>,
  record: T,
  orderOf: OrderOf<T>,
): void {
  const target = { order: orderOf(record), id: record.id }
  const [at, index] = seekRecord(list, target, orderOf)
  const chunk = list[at]
  if (chunk === undefined || chunk[index]?.id !== record.id) return
  chunk.splice(index, 1)
  if (chunk.length === 0) list.splice(at, 1)
}

/**
 * Chunk and index of the first record at or after the target; the end is `[list.length, 0]`. Two
 * binary searches, after one look at the end, where nearly everything new belongs. Loops instead of
 * callbacks: this is what filling a table spends its time in.
 */
export function seekRecord<T extends StoredRecord>(
  list: SortedRecords<T>,
  target: Position,
  orderOf: OrderOf<T>,
): [chunk: number, index: number] {
  const lastOfAll = list.at(-1)?.at(-1)
  if (lastOfAll === undefined || isBefore(lastOfAll, target, orderOf)) return [list.length, 0]
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    const last = list[middle]?.at(-1) as T
    if (isBefore(last, target, orderOf)) low = middle + 1
    else high = middle
  }
  const at = low
  const chunk = list[at] as T[]
  low = 0
  high = chunk.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(chunk[middle] as T, target, orderOf)) low = middle + 1
    else high = middle
  }
  return [at, low]
}

function isBefore<T extends StoredRecord>(record: T, target: Position, orderOf: OrderOf<T>) {
  const order = orderOf(record)
  return order === target.order ? record.id < target.id : order < target.order
}

/** How many records there are. */
export function countRecords<T>(list: SortedRecords<T>): number {
  let count = 0
  for (const chunk of list) count += chunk.length
  return count
}

/** The records from a place on, forwards. */
export function* recordsFrom<T>(list: SortedRecords<T>, [at, index]: [number, number]) {
  for (let c = at, i = index; c < list.length; c += 1, i = 0) {
    const chunk = list[c] as T[]
    for (; i < chunk.length; i += 1) yield chunk[i] as T
  }
}

/** The records before a place, backwards. */
export function* recordsBefore<T>(list: SortedRecords<T>, [at, index]: [number, number]) {
  for (let c = at, i = index - 1; c >= 0; c -= 1, i = (list[c]?.length ?? 0) - 1) {
    for (; i >= 0; i -= 1) yield list[c]?.[i] as T
  }
}

/** A full last chunk stays full and a new one begins: lists that only grow waste nothing. */
function append<T>(list: SortedRecords<T>, record: T): void {
  const last = list.at(-1)
  if (last !== undefined && last.length < CHUNK) last.push(record)
  else list.push([record])
}
