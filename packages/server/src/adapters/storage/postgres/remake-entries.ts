import type { Client } from 'pg'
import type { Logger } from '../../../foundation/logger.js'
import type { DeclaredTable } from './declared-tables.js'
import { isUnkeepable } from './lost.js'
import { toSortText } from './sort-text.js'
import { tsvector } from './texts.js'
import { PASSED } from './untold.js'

const BATCH = 2_000

/**
 * Makes a table where it is missing, and all its index entries and texts anew, in one transaction. Nobody
 * writes meanwhile: the row of the state is held. 100,000 tickets take some twenty seconds.
 */
export async function remakeEntries(
  client: Client,
  table: DeclaredTable,
  log: Logger,
): Promise<void> {
  try {
    await client.query(`begin; ${tableSql(table)} select from waypost._state for update`)
    await client.query('delete from waypost._entries where table_name = $1', [table.name])
    await client.query('delete from waypost._texts where table_name = $1', [table.name])
    let after: string | undefined
    do {
      const { rows } = await client.query(
        `select id, record, expires_at from ${table.sql}
        where id > $1 or $1 is null order by id limit ${BATCH}`,
        [after ?? null],
      )
      await insert(client, table, rows)
      await insertKeepable(client, table, rows, log)
      after = rows.length === BATCH ? rows.at(-1).id : undefined
    } while (after !== undefined)
    await client.query(
      `insert into waypost._tables (name, signature) values ($1, $2)
      on conflict (name) do update set signature = excluded.signature`,
      [table.name, table.signature],
    )
    await client.query('update waypost._state set commit = commit + 1, declared = declared + 1')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function tableSql({ sql, name, textsOf }: DeclaredTable): string {
  const written = `
    alter table ${sql} add column if not exists written bigint not null default 0;
    create index if not exists "${name}_written" on ${sql} (written) where written > 0;`
  return `
    create table if not exists ${sql} (
      id text collate "C" primary key,
      record json not null,
      expires_at text collate "C"
    );
    create index if not exists "${name}_end" on ${sql} (expires_at) where expires_at is not null;
    ${textsOf === undefined ? '' : written}`
}

interface Row {
  readonly record: never
  readonly expires_at: string | null
}

async function insert(client: Client, table: DeclaredTable, rows: readonly Row[]): Promise<void> {
  const entries = rows.flatMap(({ record, expires_at }) => {
    const { id } = record as { id: string }
    return table
      .entriesOf(record)
      .map(({ index, key, sort }) => [index, key, sort, toSortText(id), expires_at])
  })
  if (entries.length === 0) return
  const columns = [0, 1, 2, 3, 4].map((i) => entries.map((entry) => entry[i]))
  await client.query(
    `insert into waypost._entries (table_name, index_name, key, sort, id, expires_at)
    select '${table.name}', * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])`,
    columns,
  )
}

/** One whose words cannot be kept is passed over: halves are tried until it is found. */
async function insertKeepable(
  client: Client,
  table: DeclaredTable,
  rows: readonly Row[],
  log: Logger,
): Promise<void> {
  if (table.textsOf === undefined || rows.length === 0) return
  await client.query('savepoint words')
  try {
    await insertTexts(client, table, rows)
  } catch (error) {
    if (!isUnkeepable(error)) throw error
    await client.query('rollback to words')
    const [{ record }] = rows as [Row]
    const { id } = record as { id: string }
    const problem = (error as { code: string }).code
    if (rows.length === 1) return log.warn(PASSED, { table: table.name, id, problem })
    const middle = Math.ceil(rows.length / 2)
    await insertKeepable(client, table, rows.slice(0, middle), log)
    await insertKeepable(client, table, rows.slice(middle), log)
  }
}

async function insertTexts(
  client: Client,
  table: DeclaredTable,
  rows: readonly Row[],
): Promise<void> {
  const texts = rows.map(({ record, expires_at }) => {
    const text = table.textOf(record)
    const { id } = record as { id: string }
    return [toSortText(id), text?.of, text?.dictionary, text?.words, text?.terms, expires_at]
  })
  await client.query(
    `insert into waypost._texts (table_name, id, of_table, of_id, words, expires_at)
    select '${table.name}', n.id, '${table.textsOf}', n.of_id, ${tsvector}, n.expires_at
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      as n (id, of_id, dictionary, words, terms, expires_at)`,
    [0, 1, 2, 3, 4, 5].map((i) => texts.map((text) => text[i] ?? null)),
  )
}
