import { WaypostError } from '@waypost/sdk/contract'
import type { Client } from 'pg'
import type { Logger } from '../../../foundation/logger.js'
import { type DeclaredTable, declaredTables } from './declared-tables.js'
import { holdingLease } from './lease.js'
import { remakeEntries } from './remake-entries.js'
import { steps as allSteps } from './steps.js'

const DEADLOCK = '40P01'
const MOST_TRIES = 10

export interface MigrateDeps {
  /** Two connections: one to work on, one that keeps the lease meanwhile. */
  client: Client
  keeper: Client
  place: string
  log: Logger
  steps?: readonly string[]
  tables?: readonly DeclaredTable[]
}

/** What was done to a database, and the schema that it has now. */
export interface Migrated {
  readonly schema: number
  readonly from: number
  /** Tables whose index entries were made. */
  readonly remade: readonly string[]
}

/**
 * Brings a database to the schema and the indexes of this version, forward only. Nothing is touched
 * where nothing is missing. Throws where a newer version was here.
 */
export async function migrate(deps: MigrateDeps): Promise<Migrated> {
  const { client, keeper, place, log, steps = allSteps, tables = declaredTables } = deps
  const found = await schemaOf(client)
  refuseNewer(found, steps.length, place)
  if (found === steps.length && (await unlike(client, tables)).length === 0) {
    return { schema: found, from: found, remade: [] }
  }
  const onWait = () => log.info('Waiting until another node has migrated the database', { place })
  return holdingLease({ client: keeper, name: 'migrate', onWait }, async () => {
    const from = await schemaOf(client)
    refuseNewer(from, steps.length, place)
    for (const [i, step] of steps.entries()) if (i >= from) await take(client, i, step)
    const remade = await unlike(client, tables)
    for (const table of remade) await remakeAmongOthers(client, table, log)
    const names = remade.map(({ name }) => name)
    // Whoever waited for another node finds nothing left to do.
    if (from < steps.length || names.length > 0)
      log.info('Migrated the database', { place, from, schema: steps.length, tables: names.join() })
    return { schema: steps.length, from, remade: names }
  })
}

async function schemaOf(client: Client): Promise<number> {
  const { rows } = await client.query(`select to_regclass('waypost._schema') as found`)
  if (rows[0].found === null) return 0
  return (await client.query('select version from waypost._schema')).rows[0]?.version ?? 0
}

export function refuseNewer(found: number, known: number, place: string): void {
  if (found <= known) return
  throw new WaypostError('unavailable', {
    detail:
      `${place} was written by a newer Waypost (schema ${found}; this one knows up to ${known}). ` +
      'Start that version, or restore a backup from before the upgrade',
  })
}

/** One step whole, with its number, or nothing of it. */
async function take(client: Client, from: number, step: string): Promise<void> {
  const number = `
    create table if not exists waypost._schema (
      one boolean primary key default true check (one),
      version integer not null
    );
    insert into waypost._schema (version) values (${from + 1})
    on conflict (one) do update set version = excluded.version;`
  try {
    await client.query(`begin; ${step}; ${number} commit`)
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * Others may write meanwhile. Where each holds what the other one wants, the server ends one of the two,
 * which begins again.
 */
async function remakeAmongOthers(client: Client, table: DeclaredTable, log: Logger): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await remakeEntries(client, table, log)
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK || tries === MOST_TRIES) throw error
    }
  }
}

/** The tables that the database lacks, or whose entries were made under another declaration. */
async function unlike(
  client: Client,
  tables: readonly DeclaredTable[],
): Promise<readonly DeclaredTable[]> {
  const { rows } = await client.query('select name, signature from waypost._tables')
  const made = new Map(rows.map(({ name, signature }) => [name, signature]))
  return tables.filter(({ name, signature }) => made.get(name) !== signature)
}

/** Throws where a newer node has changed the indexes that this one writes to. */
export async function refuseOutdated(
  client: Pick<Client, 'query'>,
  tables: readonly DeclaredTable[] = declaredTables,
): Promise<void> {
  if ((await unlike(client as Client, tables)).length === 0) return
  throw new WaypostError('unavailable', {
    detail: 'A newer Waypost has changed the database: this node is to be started in that version',
    retryAfter: 5,
  })
}
