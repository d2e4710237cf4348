import { type DeclaredTable, eventTable } from './declared-tables.js'
import type { Draft, Put } from './run-work.js'
import { toSortText } from './sort-text.js'
import type { State } from './state.js'
import { tsvector } from './texts.js'

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
  told: Draft['told']
  signature: Signature
  isNewUnread: (table: DeclaredTable) => boolean
}

/** The one statement that writes changes, if the state is still the one that was seen. */
export function writeQuery(deps: QueryDeps) {
  const { changes, seen, lastEvent, lastEventAt, told, signature, isNewUnread } = deps
  const values: unknown[] = []
  const value = (given: unknown) => `$${values.push(given)}`
  const column = (rows: readonly (readonly unknown[])[], i: number) =>
    `${value(rows.map((row) => row[i] ?? null))}::text[]`
  /** All that its text depends on; that is made once for each shape. */
  const shape: string[] = []
  const parts: (() => string)[] = [() => HELD]
  value(seen.commit)
  value(lastEvent)
  value(lastEventAt)
  value(told?.upTo ?? seen.told)
  value(signature.node)
  value(signature.turn)
  /** What may have been there before: its entries that no longer hold are to go, and its words. */
  const former: [table: string, id: string][] = []
  const formerEntries: EntryRow[] = []
  const entries: EntryRow[] = []
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
      isAllNew &&= isNew || !table.hasIndexes
      if (!isNew && table.hasIndexes) {
        former.push([table.name, sortId])
        formerEntries.push(...own)
      }
      if (table.textsOf !== undefined && !isNew) untold.push([table.name, sortId])
    }
    insert(table, fresh, '')
    insert(table, puts, 'on conflict (id) do update set record = excluded.record')
    if (cuts.length > 0) {
      const ids = value(cuts)
      shape.push(`-${table.name}`)
      parts.push(
        () => `"-${table.name}" as (
        delete from ${table.sql} r using held where r.id = any(${ids}::text[])
      )`,
      )
    }
  }

  function isKnownNew(table: DeclaredTable, { isFound }: Put): boolean {
    // The number of an event is given while the row is held: nobody has had it.
    return table === eventTable || (!isFound && isNewUnread(table))
  }

  function insert(table: DeclaredTable, puts: readonly Put[], onConflict: string): void {
    const [first] = puts
    if (!first) return
    const isOne = puts.length === 1
    const name = `${onConflict ? '+' : '*'}${table.name}`
    shape.push(isOne ? name : `${name}[]`)
    const rows = puts.map(({ id, json, expiresAt }) => [toSortText(id), json, expiresAt])
    const [row = []] = rows
    const [a, b, c] = [0, 1, 2].map((i) => (isOne ? value(row[i]) : column(rows, i)))
    // By the commit that wrote it, what is searched is found until its words are kept.
    const [written, as] = table.textsOf === undefined ? ['', ''] : [', written', ', commit']
    const conflict = `, expires_at = excluded.expires_at${written && `${written} = excluded.written`}`
    // One is what nearly all work writes, and no array has to be written and read for it.
    const selected = () =>
      isOne
        ? `select ${a}, ${b}::json, ${c}${as} from held`
        : `select r.id, r.record::json, r.expires_at${as}
        from held, unnest(${a}, ${b}, ${c}) as r (id, record, expires_at)`
    parts.push(
      () => `"${name}" as (
        insert into ${table.sql} (id, record, expires_at${written}) ${selected()}
        ${onConflict && onConflict + conflict}
      )`,
    )
  }

  /** The same id, moment and end stand in most of them: each is given once. */
  function listed(rows: readonly EntryRow[]): string {
    const given = new Map<string | null, string>()
    const one = (part: string | null) => {
      const known = given.get(part) ?? `${value(part)}::text`
      given.set(part, known)
      return known
    }
    return rows.map((row) => `(${row.map(one).join(', ')})`).join(', ')
  }

  if (entries.length > 0) {
    const before = values.length
    let rows = entries.length <= FEW ? `(values ${listed(entries)})` : ''
    if (!rows || !isKnownList(`${shape.join(' ')} ${rows}`)) {
      values.length = before
      rows = `unnest(${[0, 1, 2, 3, 4, 5].map((i) => column(entries, i)).join(', ')})`
    }
    shape.push(isAllNew ? 'new' : '', rows)
    const onConflict = `on conflict (${ENTRY}) do update set expires_at = excluded.expires_at
        where e.expires_at is distinct from excluded.expires_at`
    const isNew = isAllNew
    parts.push(
      () => `placed as (
        insert into waypost._entries as e (${ENTRY}, expires_at)
        select n.* from held, ${rows} as n (${ENTRY}, expires_at)
        ${isNew ? '' : onConflict}
      )`,
    )
  }
  if (former.length > 0) {
    shape.push('former')
    const kept = [0, 1, 2, 3, 4].map((i) => column(formerEntries, i))
    const [names, ids] = [column(former, 0), column(former, 1)]
    parts.push(
      () => `left_behind as (
        delete from waypost._entries e
        using held, unnest(${names}, ${ids}) as t (table_name, id)
        where e.id = t.id and e.table_name = t.table_name and not exists (
          select from unnest(${kept.join(', ')}) as n (${ENTRY})
          where n.id = e.id and n.table_name = e.table_name and n.index_name = e.index_name
            and n.key = e.key and n.sort = e.sort
        )
      )`,
    )
  }
  if (told) {
    shape.push('told')
    const rows = told.texts.map((text) => [
      ...[text.table, text.id, text.ofTable, text.of, text.dictionary, text.words, text.terms],
      text.expiresAt,
    ])
    const columns = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => column(rows, i))
    parts.push(
      () => `told as (
        insert into waypost._texts as t (table_name, id, of_table, of_id, words, expires_at)
        select n.table_name, n.id, n.of_table, n.of_id, ${tsvector}, n.expires_at
        from held, unnest(${columns.join(', ')})
          as n (table_name, id, of_table, of_id, dictionary, words, terms, expires_at)
        on conflict (table_name, id) do update
        set of_id = excluded.of_id, words = excluded.words, expires_at = excluded.expires_at
      )`,
    )
  }
  if (untold.length > 0) {
    shape.push('untold')
    const [names, ids] = [column(untold, 0), column(untold, 1)]
    parts.push(
      () => `untold as (
        delete from waypost._texts t
        using held, unnest(${names}, ${ids}) as n (table_name, id)
        where t.table_name = n.table_name and t.id = n.id
      )`,
    )
  }

  return { ...statementOf(shape.join(' '), parts), values }
}

type EntryRow = [
  table: string,
  index: string,
  key: string,
  sort: string,
  id: string,
  end: string | null,
]

/** Takes the row of the state, where it is still as it was seen. */
const HELD = `held as (
      update waypost._state set commit = commit + 1, last_event = $2, last_event_at = $3, told = $4,
        signatures = signatures || jsonb_build_object($5::text,
          array[$6, extract(epoch from now())::bigint])
      where commit = $1 returning commit
    )`

const statements = new Map<string, { readonly name: string; readonly text: string }>()

/** Statements of one shape have one text and are prepared once on each connection. */
function statementOf(shape: string, parts: readonly (() => string)[]) {
  let statement = statements.get(shape)
  if (!statement) {
    const text = `with ${parts.map((part) => part()).join(',\n')} select commit from held`
    statement = { name: `write ${statements.size}`, text }
    statements.set(shape, statement)
  }
  return statement
}

/** So many entries are listed one by one, which costs half of what arrays of them do. */
const FEW = 16

/** Which parts of them are alike differs from work to work, and each way is a statement of its own. */
const MOST_LISTS = 200

const lists = new Set<string>()

/** Whether such a list has been written before, or may still be added; arrays do for all others. */
function isKnownList(list: string): boolean {
  if (lists.size < MOST_LISTS) lists.add(list)
  return lists.has(list)
}

const ENTRY = 'table_name, index_name, key, sort, id'
