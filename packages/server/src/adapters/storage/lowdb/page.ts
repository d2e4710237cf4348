import type { StoredRecord } from '../../../foundation/records.js'

/** Records of one page by table, each table in order of birth. */
export type Page = Record<string, StoredRecord[]>

export function addToPage(page: Page, table: string, record: StoredRecord): void {
  page[table] ??= []
  page[table].push(record)
}

/** Puts a record in the place of the one with its id, which must stand there. */
export function replaceOnPage(page: Page, table: string, record: StoredRecord): void {
  const records = page[table] ?? []
  records[indexOfId(records, record.id)] = record
}

/** Takes out a record that stands there. */
export function takeOffPage(page: Page, table: string, id: string): void {
  const records = page[table] ?? []
  records.splice(indexOfId(records, id), 1)
  if (records.length === 0) delete page[table]
}

export function isEmptyPage(page: Page): boolean {
  return Object.keys(page).length === 0
}

/** A search through some hundred records, instead of a map for every page. */
function indexOfId(records: readonly StoredRecord[], id: string): number {
  const index = records.findIndex((record) => record.id === id)
  if (index === -1) throw new Error(`[waypost] storage: ${id} is not on its page`)
  return index
}
