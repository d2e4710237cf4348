import type { StoredRecord } from '../../../foundation/records.js'
import { soughtWordsOf } from '../text-words.js'
import type { DeclaredTable } from './declared-tables.js'
import { toSortText } from './sort-text.js'
import type { Told } from './texts.js'
import { dictionaries, type SoughtForms, soughtForms, tsvector } from './texts.js'

/** A record that was found, and the place it has among all that were: by rank, then by birth. */
export interface RankedRow {
  readonly record: StoredRecord
  readonly place: string
}

/** What stems the dictionaries make of a word, as more of a tsquery. */
const STEMS = `coalesce((
  select string_agg(' | ''' || replace(replace(stem, '\\', '\\\\'), '''', '''''') || '''', '')
  from unnest(${dictionaries}) dictionary, unnest(ts_lexize(dictionary, s.word)) stem
  where stem <> ''
), '')`

/** What of a question is looked for; nothing where nothing is left of its words. */
export function soughtIn(words: string): readonly SoughtForms[] {
  return soughtWordsOf(words).flatMap(soughtForms)
}

/**
 * The query for the records under a key in whose texts some words stand: each worth the sum over its
 * words, where a word counts one more for each time that it is twice as rare as the most frequent.
 */
export function searchQuery(request: {
  table: DeclaredTable
  index: string
  key: string
  sought: readonly SoughtForms[]
  now: string
  limit: number
  after: { order: string; id: string } | undefined
  /** What is so new that its words are not kept yet. */
  untold: readonly Told[]
}) {
  const { table, index, key, sought, now, limit, after } = request
  const untold = request.untold.filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
  const birth = table.birthOf(index)
  const past = after ? `where (place, id) < ($7, $8)` : ''
  const from = after ? 9 : 7
  const fresh = `
      union select s.n, f.of_id from sought s join fresh f on f.words @@ s.query`
  const freshly = `fresh as materialized (
      select n.of_id, ${tsvector} as words
      from unnest($${from}::text[], $${from + 1}::text[], $${from + 2}::text[], $${from + 3}::text[])
        as n (of_id, dictionary, words, terms)
    ),`
  const text = `
    with sought as materialized (
      select s.n, (s.query || ${STEMS})::tsquery as query
      from unnest($1::text[], $2::text[]) with ordinality as s (query, word, n)
    ),
    ${untold.length > 0 ? freshly : ''}
    hits as materialized (
      select distinct s.n, t.of_id
      from sought s join waypost._texts t on t.words @@ s.query
      where t.of_table = '${table.name}' and (t.expires_at is null or t.expires_at > $3)${untold.length > 0 ? fresh : ''}
    ),
    counted as (select n, count(*)::int as count from hits group by n),
    weighed as (
      select n, length(ltrim((max(count) over () / count)::bit(32)::text, '0')) as weight
      from counted
    ),
    ranked as (
      select of_id as id, sum(weight) as rank from hits join weighed using (n) group by of_id
    ),
    placed as (
      select id, (lpad(rank::text, 5, '0') || '|' || ${birth}) collate "C" as place
      from ranked ${birth === 'e.sort' ? '' : `join ${table.sql} r using (id)`}
      join waypost._entries e using (id)
      where e.table_name = '${table.name}' and e.index_name = $4 and e.key = $5
        and (e.expires_at is null or e.expires_at > $3)
    ),
    page as (select * from placed ${past} order by place desc, id desc limit $6)
    select r.record, place from page join ${table.sql} r using (id) order by place desc, id desc`
  return {
    name: `${table.name} search ${birth} ${after ? 'on' : 'first'}${untold.length > 0 ? ' untold' : ''}`,
    text,
    values: [
      sought.map(({ query }) => query),
      sought.map(({ word }) => word),
      now,
      index,
      toSortText(key),
      limit,
      ...(after ? [toSortText(after.order), toSortText(after.id)] : []),
      ...(untold.length > 0
        ? [
            untold.map(({ of }) => of),
            untold.map(({ dictionary }) => dictionary),
            untold.map((told) => told.words),
            untold.map(({ terms }) => terms),
          ]
        : []),
    ],
  }
}
