import type { WaypostEvent } from '@waypost/sdk/contract'
import { eventId, eventTimes } from '../event-record.js'
import { ask, type Connection } from './connect.js'
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

export interface WriteDeps {
  connection: Connection
  draft: Pick<Draft, 'changes' | 'added'>
  /** What the draft was read at. */
  seen: State
  signature: Signature
  now: Date
}

/**
 * Writes a draft by one statement, if nobody has committed since it was read: `made` is what stands
 * then, `done` whether it does. The row of the state is taken first, and nothing is written without
 * it: it is the one lock, and its number the one proof, for all nodes.
 */
export function writeDraft(deps: WriteDeps): { made: State; done: Promise<boolean> } {
  const { connection, draft, seen, signature, now } = deps
  const log = logged(draft.added, seen, now)
  const changes = new Map<DeclaredTable, ReadonlyMap<string, Put | null>>(draft.changes)
  if (log.puts.size > 0) changes.set(eventTable, log.puts)
  const answer = ask(connection, writeQuery({ changes, seen, ...log, signature }))
  const made = {
    ...seen,
    commit: seen.commit + 1,
    lastEvent: log.lastEvent,
    lastEventAt: log.lastEventAt,
  }
  return { made, done: answer.then(({ rows }) => rows.length > 0) }
}

/** The events with their numbers and moments, and what the log ends with then. */
function logged(added: readonly WaypostEvent[], seen: State, now: Date) {
  const { createdAt, expiresAt } = eventTimes(now, seen.lastEventAt)
  const puts = new Map(
    added.map((event, i): [string, Put] => {
      const id = eventId(seen.lastEvent + 1 + i)
      const json = JSON.stringify({ id, createdAt, expiresAt, event })
      return [id, { id, json, expiresAt, entries: [], text: null }]
    }),
  )
  return {
    puts,
    lastEvent: seen.lastEvent + added.length,
    lastEventAt: added.length > 0 ? createdAt : seen.lastEventAt,
  }
}

interface QueryDeps {
  changes: ReadonlyMap<DeclaredTable, ReadonlyMap<string, Put | null>>
  seen: State
  lastEvent: number
  lastEventAt: string
  signature: Signature
}

function writeQuery({ changes, seen, lastEvent, lastEventAt, signature }: QueryDeps) {
  const values: unknown[] = []
  const value = (given: unknown) => `$${values.push(given)}`
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
  const touched: [table: string, id: string][] = []
  const entries: [
    table: string,
    index: string,
    key: string,
    sort: string,
    id: string,
    end: string | null,
  ][] = []

  for (const [table, changed] of changes) {
    const puts: Put[] = []
    const cuts: string[] = []
    for (const [id, put] of changed) {
      const sortId = toSortText(id)
      if (table !== eventTable) touched.push([table.name, sortId])
      if (put === null) cuts.push(sortId)
      else puts.push(put)
      for (const { index, key, sort } of put?.entries ?? []) {
        entries.push([table.name, index, key, sort, sortId, put?.expiresAt ?? null])
      }
    }
    if (puts.length > 0) {
      shape.push(`+${table.name}`)
      const ids = value(puts.map(({ id }) => toSortText(id)))
      const records = value(puts.map(({ json }) => json))
      const ends = value(puts.map(({ expiresAt }) => expiresAt))
      parts.push(`"+${table.name}" as (
        insert into ${table.sql} (id, record, expires_at)
        select r.id, r.record::json, r.expires_at
        from held, unnest(${ids}::text[], ${records}::text[], ${ends}::text[])
          as r (id, record, expires_at)
        on conflict (id) do update
        set record = excluded.record, expires_at = excluded.expires_at
      )`)
    }
    if (cuts.length > 0) {
      shape.push(`-${table.name}`)
      parts.push(`"-${table.name}" as (
        delete from ${table.sql} r using held where r.id = any(${value(cuts)}::text[])
      )`)
    }
  }

  if (touched.length > 0) {
    shape.push('entries')
    const columns = [0, 1, 2, 3, 4, 5].map((i) => value(entries.map((entry) => entry[i])))
    const [tables, ids] = [0, 1].map((i) => value(touched.map((pair) => pair[i])))
    const arrays = columns.map((column) => `${column}::text[]`)
    parts.push(
      `placed as (
        insert into waypost._entries as e (${ENTRY}, expires_at)
        select n.* from held, unnest(${arrays.join(', ')}) as n (${ENTRY}, expires_at)
        on conflict (${ENTRY}) do update set expires_at = excluded.expires_at
        where e.expires_at is distinct from excluded.expires_at
      )`,
      `left_behind as (
        delete from waypost._entries e
        using held, unnest(${tables}::text[], ${ids}::text[]) as t (table_name, id)
        where e.id = t.id and e.table_name = t.table_name and not exists (
          select from unnest(${arrays.slice(0, 5).join(', ')}) as n (${ENTRY})
          where n.id = e.id and n.table_name = e.table_name and n.index_name = e.index_name
            and n.key = e.key and n.sort = e.sort
        )
      )`,
    )
  }

  const texts = [...changes].flatMap(([table, changed]) =>
    table.textsOf === undefined
      ? []
      : [...changed].map(([id, put]) => [
          ...[table.name, toSortText(id), table.textsOf, put?.text?.of ?? ''],
          ...[put?.text?.dictionary, put?.text?.words, put?.text?.terms, put?.expiresAt],
        ]),
  )
  if (texts.length > 0) {
    shape.push('texts')
    const columns = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => value(texts.map((text) => text[i] ?? null)))
    const rows = `unnest(${columns.map((column) => `${column}::text[]`).join(', ')})
      as n (table_name, id, of_table, of_id, dictionary, words, terms, expires_at)`
    parts.push(
      `told as (
        insert into waypost._texts as t (table_name, id, of_table, of_id, words, expires_at)
        select n.table_name, n.id, n.of_table, n.of_id, ${tsvector}, n.expires_at
        from held, ${rows} where n.terms is not null
        on conflict (table_name, id) do update
        set of_id = excluded.of_id, words = excluded.words, expires_at = excluded.expires_at
        where (t.of_id, t.words, t.expires_at)
          is distinct from (excluded.of_id, excluded.words, excluded.expires_at)
      )`,
      `untold as (
        delete from waypost._texts t using held, ${rows}
        where n.terms is null and t.table_name = n.table_name and t.id = n.id
      )`,
    )
  }

  const text = `with ${parts.join(',\n')} select commit from held`
  return { name: nameOf(shape.join(' ')), text, values }
}

const names = new Map<string, string>()

/** Statements of one shape have one text and are prepared once on each connection. */
function nameOf(shape: string): string {
  const name = names.get(shape) ?? `write ${names.size}`
  names.set(shape, name)
  return name
}

const ENTRY = 'table_name, index_name, key, sort, id'
