import type { WaypostEvent } from '@waypost/sdk/contract'
import type { LoggedEvent } from '../../../domain/event-log.js'
import { decodePosition, encodePosition } from '../../../foundation/position.js'
import type {
  Page,
  PageRequest,
  SearchPageRequest,
  StoredRecord,
} from '../../../foundation/records.js'
import { eventId } from '../event-record.js'
import { freezeRecord } from '../freeze-record.js'
import { ask, type Connection } from './connect.js'
import type { DeclaredTable } from './declared-tables.js'
import { type RankedRow, searchQuery, soughtIn } from './search-texts.js'
import { toSortText } from './sort-text.js'
import type { State } from './state.js'
import { readUntold } from './untold.js'

interface StoredEvent extends StoredRecord {
  readonly event: WaypostEvent
}

export type Reader = ReturnType<typeof createReader>

/**
 * What a transaction reads over one connection, which stands at a state: what has ended by now is not
 * there. `onSearch` is called before words are looked for, and may throw.
 */
export function createReader(deps: {
  connection: Connection
  seen: State | Promise<State>
  now: string
  onSearch?: (() => void) | undefined
}) {
  const { connection, seen, now, onSearch = () => {} } = deps

  async function rows(name: string, text: string, values: readonly unknown[]) {
    const answer = await ask(connection, { name, text, values: [...values] })
    return answer.rows as readonly Readonly<Record<string, unknown>>[]
  }

  async function records(name: string, text: string, values: readonly unknown[]) {
    return (await rows(name, text, values)).map(({ record }) =>
      freezeRecord(record as StoredRecord),
    )
  }

  async function page(
    table: DeclaredTable,
    index: string,
    key: string,
    { limit, after, direction = 'ascending' }: PageRequest,
  ): Promise<StoredRecord[]> {
    const [to, order] = direction === 'ascending' ? ['>', 'asc'] : ['<', 'desc']
    const from = after === undefined ? undefined : decodePosition(after)
    const past = from ? `and (sort, id) ${to} ($5, $6)` : ''
    const sorted = (alias: string) => `order by ${alias}sort ${order}, ${alias}id ${order}`
    return records(
      `${table.name} ${order} ${from ? 'on' : 'first'}`,
      `select r.record from (
        select sort, id from waypost._entries
        where table_name = '${table.name}' and index_name = $1 and key = $2
          and (expires_at is null or expires_at > $3) ${past}
        ${sorted('')} limit $4
      ) e join ${table.sql} r on r.id = e.id ${sorted('e.')}`,
      [
        ...[index, toSortText(key), now, limit],
        ...(from ? [toSortText(from.order), toSortText(from.id)] : []),
      ],
    )
  }

  return {
    async find(table: DeclaredTable, id: string): Promise<StoredRecord | undefined> {
      const [found] = await records(
        `${table.name} find`,
        `select record from ${table.sql} where id = $1 and (expires_at is null or expires_at > $2)`,
        [toSortText(id), now],
      )
      return found
    },

    async first(table: DeclaredTable, index: string, key: string) {
      table.refuseUnknown(index)
      const [found] = await page(table, index, key, { limit: 1 })
      return found
    },

    async list(
      table: DeclaredTable,
      index: string,
      key: string,
      request: PageRequest,
    ): Promise<Page<StoredRecord>> {
      table.refuseUnknown(index)
      const found = await page(table, index, key, { ...request, limit: request.limit + 1 })
      const items = found.slice(0, request.limit)
      const last = items.at(-1)
      const isEnd = found.length <= request.limit || last === undefined
      return { items, next: isEnd ? null : table.positionOf(index, last) }
    },

    async count(table: DeclaredTable, index: string, key: string): Promise<number> {
      table.refuseUnknown(index)
      const [row] = await rows(
        `${table.name} count`,
        `select count(*) from waypost._entries
        where table_name = '${table.name}' and index_name = $1 and key = $2
          and (expires_at is null or expires_at > $3)`,
        [index, toSortText(key), now],
      )
      return Number(row?.count)
    },

    async search(
      table: DeclaredTable,
      index: string,
      key: string,
      words: string,
      { limit, after: from }: SearchPageRequest,
    ): Promise<Page<StoredRecord>> {
      const after = from === undefined ? undefined : decodePosition(from)
      const sought = soughtIn(words)
      if (sought.length === 0) return { items: [], next: null }
      onSearch()
      const untold = await readUntold(connection, table, await seen)
      const query = searchQuery({ table, index, key, sought, now, limit: limit + 1, after, untold })
      const answer = await ask(connection, query)
      const found = answer.rows as readonly RankedRow[]
      const page = found.slice(0, limit)
      const last = page.at(-1)
      const isEnd = found.length <= limit || last === undefined
      return {
        items: page.map(({ record }) => freezeRecord(record)),
        next: isEnd ? null : encodePosition({ order: last.place, id: last.record.id }),
      }
    },

    async eventsAfter(number: number, limit: number): Promise<readonly LoggedEvent[]> {
      const found = await records(
        'events after',
        `select record from waypost.events
        where id > $1 and (expires_at is null or expires_at > $2) order by id limit $3`,
        [eventId(number), now, limit],
      )
      return (found as StoredEvent[]).map(({ id, createdAt, event }) =>
        Object.freeze({ number: Number(id), at: createdAt, event }),
      )
    },

    async firstEvent(): Promise<number> {
      const [row] = await rows(
        'events first',
        `select id from waypost.events where expires_at is null or expires_at > $1
        order by id limit 1`,
        [now],
      )
      return row ? Number(row.id) : 0
    },
  }
}
