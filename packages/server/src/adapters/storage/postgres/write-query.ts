import { type DeclaredTable, eventTable } from './declared-tables.js'
import type { Put } from './run-work.js'
import { toSortText } from './sort-text.js'
import type { State } from './state.js'
import { type TextRow, tsvector } from './texts.js'

/** Who writes, so that they can ask later whether it came to be. */
export interface Signature {
  readonly node: string
  readonly turn: number
}

export interface QueryDeps {
  changes: ReadonlyMap<DeclaredTable, ReadonlyMap<string, Put | null>>
  seen: State
  lastEvent: number
  lastEventAt: string
  signature: Signature
  isNewUnread: (table: DeclaredTable) => boolean
}

/** The one statement that writes changes, if the state is still the one that was seen. */
export function writeQuery(deps: QueryDeps) {
  const { changes, seen, lastEvent, lastEventAt, signature, isNewUnread } = deps
  const values: unknown[] = []
  const value = (given: unknown) => `$${values.push(given)}`
  const column = (rows: readonly (readonly unknown[])[], i: number) =>
    `${value(rows.map((row) => row[i] ?? null))}::text[]`
  const shape: string[] = []
  const parts = [
    `held as (
      update waypost._state set commit = commit + 1,
        last_event = ${value(lastEvent)}, last_event_at = ${value(lastEventAt)}
      where commit = ${value(seen.commit)} returning commit
    )`,
    `noted as (
      insert into waypost._commits as c (node, turn)
      select ${value(signature.node)}, ${value(signature.turn)}::bigint from held
      on conflict (node) do update set turn = excluded.turn, at = now()
    )`,
  ]
  /** What may have been there before: its entries and texts that no longer hold are to go. */
  const former: [table: string, id: string][] = []
  const formerEntries: EntryRow[] = []
  const entries: EntryRow[] = []
  const texts: TextColumns[] = []
  const untold: [table: string, id: string][] = []
  let isAllNew = true

  for (const [table, changed] of changes) {
    const fresh: Put[] = []
    const puts: Put[] = []
    const cuts: string[] = []
    for (const [id, put] of changed) {
      const sortId = toSortText(id)
      const isNew = put !== null && isKnownNew(table, put)
      if (put === null) cuts.push(sortId)
      else if (isNew) fresh.push(put)
      else puts.push(put)
      const own = (put?.entries ?? []).map(
        ({ index, key, sort }): EntryRow => [
          ...([table.name, index, key, sort, sortId] as const),
          put?.expiresAt ?? null,
        ],
      )
      entries.push(...own)
      isAllNew &&= isNew || !(table.hasIndexes || table.textsOf)
      if (!isNew && table.hasIndexes) {
        former.push([table.name, sortId])
        formerEntries.push(...own)
      }
      if (table.textsOf === undefined) continue
      if (put?.text) texts.push(textColumns(table.name, sortId, table.textsOf, put.text, put))
      else if (!isNew) untold.push([table.name, sortId])
    }
    insert(table, fresh, '')
    insert(
      table,
      puts,
      'on conflict (id) do update set record = excluded.record, expires_at = excluded.expires_at',
    )
    if (cuts.length > 0) {
      shape.push(`-${table.name}`)
      parts.push(`"-${table.name}" as (
        delete from ${table.sql} r using held where r.id = any(${value(cuts)}::text[])
      )`)
    }
  }

  function isKnownNew(table: DeclaredTable, { isFound }: Put): boolean {
    // The number of an event is given while the row is held: nobody has had it.
    return table === eventTable || (!isFound && isNewUnread(table))
  }

  function insert(table: DeclaredTable, puts: readonly Put[], onConflict: string): void {
    const [first] = puts
    if (!first) return
    const name = `${onConflict ? '+' : '*'}${table.name}`
    shape.push(puts.length === 1 ? name : `${name}[]`)
    const rows = puts.map(({ id, json, expiresAt }) => [toSortText(id), json, expiresAt])
    const [row = []] = rows
    // One is what nearly all work writes, and no array has to be written and read for it.
    const selected =
      puts.length === 1
        ? `select ${value(row[0])}, ${value(row[1])}::json, ${value(row[2])} from held`
        : `select r.id, r.record::json, r.expires_at
        from held, unnest(${column(rows, 0)}, ${column(rows, 1)}, ${column(rows, 2)})
          as r (id, record, expires_at)`
    parts.push(`"${name}" as (
        insert into ${table.sql} (id, record, expires_at) ${selected} ${onConflict}
      )`)
  }

  if (entries.length > 0) {
    shape.push(isAllNew ? 'new entries' : 'entries')
    const columns = [0, 1, 2, 3, 4, 5].map((i) => column(entries, i))
    const onConflict = `on conflict (${ENTRY}) do update set expires_at = excluded.expires_at
        where e.expires_at is distinct from excluded.expires_at`
    parts.push(`placed as (
        insert into waypost._entries as e (${ENTRY}, expires_at)
        select n.* from held, unnest(${columns.join(', ')}) as n (${ENTRY}, expires_at)
        ${isAllNew ? '' : onConflict}
      )`)
  }
  if (former.length > 0) {
    shape.push('former')
    const kept = [0, 1, 2, 3, 4].map((i) => column(formerEntries, i))
    parts.push(`left_behind as (
        delete from waypost._entries e
        using held, unnest(${column(former, 0)}, ${column(former, 1)}) as t (table_name, id)
        where e.id = t.id and e.table_name = t.table_name and not exists (
          select from unnest(${kept.join(', ')}) as n (${ENTRY})
          where n.id = e.id and n.table_name = e.table_name and n.index_name = e.index_name
            and n.key = e.key and n.sort = e.sort
        )
      )`)
  }
  if (texts.length > 0) {
    shape.push(isAllNew ? 'new texts' : 'texts')
    const columns = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => column(texts, i))
    const onConflict = `on conflict (table_name, id) do update
        set of_id = excluded.of_id, words = excluded.words, expires_at = excluded.expires_at
        where (t.of_id, t.words, t.expires_at)
          is distinct from (excluded.of_id, excluded.words, excluded.expires_at)`
    parts.push(`told as (
        insert into waypost._texts as t (table_name, id, of_table, of_id, words, expires_at)
        select n.table_name, n.id, n.of_table, n.of_id, ${tsvector}, n.expires_at
        from held, unnest(${columns.join(', ')})
          as n (table_name, id, of_table, of_id, dictionary, words, terms, expires_at)
        ${isAllNew ? '' : onConflict}
      )`)
  }
  if (untold.length > 0) {
    shape.push('untold')
    parts.push(`untold as (
        delete from waypost._texts t
        using held, unnest(${column(untold, 0)}, ${column(untold, 1)}) as n (table_name, id)
        where t.table_name = n.table_name and t.id = n.id
      )`)
  }

  const text = `with ${parts.join(',\n')} select commit from held`
  return { name: nameOf(shape.join(' ')), text, values }
}

type EntryRow = [
  table: string,
  index: string,
  key: string,
  sort: string,
  id: string,
  end: string | null,
]

type TextColumns = readonly (string | null)[]

function textColumns(
  table: string,
  id: string,
  of: string,
  text: TextRow,
  { expiresAt }: Put,
): TextColumns {
  return [table, id, of, text.of, text.dictionary, text.words, text.terms, expiresAt]
}

const names = new Map<string, string>()

/** Statements of one shape have one text and are prepared once on each connection. */
function nameOf(shape: string): string {
  const name = names.get(shape) ?? `write ${names.size}`
  names.set(shape, name)
  return name
}

const ENTRY = 'table_name, index_name, key, sort, id'
