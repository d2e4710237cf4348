/**
 * Erases people from servers that run, and looks for them in every byte. On a folder: ticket, reply,
 * note, file and mails of one person among others, in the journal or in pages; each second time the
 * server is killed in the middle of the erase and started again. On a PostgreSQL that syncs to disk: what is left of a person in its
 * tables, and in its files after each of the steps that docs/privacy.md names. Alone, after a build:
 * `tsx --conditions=@waypost/source scripts/proof/erase.ts 6`.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { serving, until } from '../../packages/server/src/testing/command-line.js'
import { postgresWorld } from '../../packages/server/src/testing/storage/postgres-world.test.kit.js'

const rounds = Number(process.argv[2] ?? 20)
const ADMIN = randomBytes(16).toString('hex')
const OTHERS = 20

type Server = Awaited<ReturnType<typeof serving>>

const home = mkdtempSync(join(tmpdir(), 'waypost-erase-'))
let [searched, found, killed] = [0, 0, 0]

try {
  await onFolder()
  await onPostgres()
  console.log(`ERASE ${rounds} people, ${killed} kills: ${found} traces in ${searched} searches`)
  process.exitCode = found === 0 ? 0 : 1
} finally {
  rmSync(home, { recursive: true, force: true })
}

async function onFolder(): Promise<void> {
  const folder = join(home, 'data')
  let server = await begin(folder)
  try {
    for (let n = 0; n < OTHERS; n += 1) await leaveTraces(server, newMark())
    for (let round = 1; round <= rounds; round += 1) {
      const mark = newMark()
      const id = await leaveTraces(server, mark)
      await until(async () => filesWith(join(folder, 'mail'), mark).length > 0)
      if (round % 3 === 0) {
        // A clean stop brings it from the journal into pages.
        await server.stop()
        server = await begin(folder, server.port)
      }
      const before = filesWith(folder, mark).length
      if (round % 2 === 0) {
        const erase = call(server, `/v1/agent/customers/${id}`, { method: 'DELETE' })
        erase.catch(() => undefined)
        await setTimeout(Math.random() * 30)
        await server.stop('SIGKILL')
        killed += 1
        server = await begin(folder, server.port)
      }
      // Where the kill came first, there is somebody to erase yet; else the server finishes it.
      const answer = await call(server, `/v1/agent/customers/${id}`, { method: 'DELETE' })
      if (![200, 404].includes(answer.status)) throw new Error(await answer.text())
      if (answer.status === 404) await settled(folder, mark)
      note(`round ${round}: ${before} files`, filesWith(folder, mark), folder)
    }
    const { items } = (await (await call(server, '/v1/agent/tickets?limit=100')).json()) as {
      items: unknown[]
    }
    if (items.length !== OTHERS) throw new Error(`${items.length} tickets of others are left`)
  } finally {
    await server.stop()
  }
}

/** A search of every table, and of every byte, of a database that syncs to disk. */
async function onPostgres(): Promise<void> {
  const postgres = await postgresWorld({ isDurable: true })
  const url = await postgres.database()
  const [{ data_directory: files }] = await postgres.sql('show data_directory')
  const server = await begin(join(home, 'beside'), undefined, { DATABASE_URL: url })
  try {
    for (let n = 0; n < OTHERS; n += 1) await leaveTraces(server, newMark())
    const mark = newMark()
    const id = await leaveTraces(server, mark)
    await until(async () => filesWith(join(home, 'beside/mail'), mark).length > 0)
    await postgres.sql('checkpoint', url)
    const rowsBefore = await rowsWith(postgres, url, mark)
    const answer = await call(server, `/v1/agent/customers/${id}`, { method: 'DELETE' })
    if (answer.status !== 200) throw new Error(await answer.text())
    note(`PostgreSQL: ${rowsBefore.length} rows before`, await rowsWith(postgres, url, mark))
    note('beside PostgreSQL', filesWith(join(home, 'beside'), mark))
    for (const step of ['checkpoint', 'vacuum', 'vacuum full', 'checkpoint']) {
      await postgres.sql(step, url)
      const left = filesWith(files, mark).map((path) => relative(files, path).split('/')[0])
      const of = (name: string) => left.filter((folder) => folder === name).length
      console.log(`after ${step}: ${of('base')} files of tables, ${of('pg_wal')} of the log`)
    }
    note('tables after vacuum full', filesWith(join(files, 'base'), mark))
  } finally {
    await server.stop()
    await postgres.end()
  }
}

function begin(folder: string, port?: number, env: Record<string, string> = {}): Promise<Server> {
  const args = ['--data', folder, '--unlimited']
  const own = { WAYPOST_AGENT_TOKEN: ADMIN, ...env }
  return serving(args, { cwd: home, env: own, ...(port !== undefined && { port }) })
}

/** A ticket with a file, answered and noted: the mark stands in every part of it. */
async function leaveTraces(server: Server, mark: string): Promise<string> {
  const session = await (await post(server, '/v1/sessions', {}, '')).json()
  const { token } = session as { token: string }
  const form = new FormData()
  form.set('file', new File([`A file of ${mark}`], `${mark}.txt`))
  const headers = { Authorization: `Bearer ${token}` }
  const upload = await fetch(`${server.url}/v1/attachments`, {
    method: 'POST',
    headers,
    body: form,
  })
  const { id: attachmentId } = (await upload.json()) as { id: string }
  const opened = await post(
    server,
    '/v1/tickets',
    {
      ...{ subject: `About ${mark}`, message: `A message of ${mark}`, name: `Ada ${mark}` },
      ...{ email: `${mark}@example.test`, attachmentIds: [attachmentId] },
    },
    token,
  )
  const { ticket } = (await opened.json()) as { ticket: { id: string } }
  const path = `/v1/agent/tickets/${ticket.id}`
  await post(server, `${path}/messages`, { message: `Dear Ada ${mark}` })
  await post(server, `${path}/notes`, { message: `${mark} waits` })
  const listed = await call(server, `/v1/agent/customers?email=${mark}%40example.test`)
  const { items } = (await listed.json()) as { items: { id: string }[] }
  return items[0]?.id ?? ''
}

function post(server: Server, path: string, body: object, token = ADMIN): Promise<Response> {
  return call(server, path, { method: 'POST', body: JSON.stringify(body) }, token)
}

function call(server: Server, path: string, init: RequestInit = {}, token = ADMIN) {
  const headers = {
    ...(init.body !== undefined && { 'Content-Type': 'application/json' }),
    ...(token && { Authorization: `Bearer ${token}` }),
  }
  return fetch(`${server.url}${path}`, { ...init, headers })
}

/** What a killed server has begun, the next one finishes soon after its start. */
async function settled(folder: string, mark: string): Promise<void> {
  await until(async () => filesWith(folder, mark).length === 0).catch(() => undefined)
}

/** Rows of all tables of ours, entries of indexes and words included, in which the mark stands. */
async function rowsWith(
  postgres: Awaited<ReturnType<typeof postgresWorld>>,
  url: string,
  mark: string,
): Promise<string[]> {
  const tables = await postgres.sql(
    `select tablename from pg_tables where schemaname = 'waypost'`,
    url,
  )
  const rows: string[] = []
  for (const { tablename } of tables) {
    const text = `select 1 from waypost."${tablename}" t where t::text ilike '%${mark}%'`
    rows.push(...(await postgres.sql(text, url)).map(() => tablename))
  }
  return rows
}

function note(what: string, traces: readonly string[], folder = ''): void {
  searched += 1
  found += traces.length
  const where = traces.map((path) => (folder ? relative(folder, path) : path)).join(', ')
  console.log(`${what}, ${traces.length} with a trace after the erase ${where}`)
}

function filesWith(folder: string, mark: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => holds(path, mark))
}

/** A file that goes away while it is looked at holds nothing. */
function holds(path: string, mark: string): boolean {
  try {
    return path.includes(mark) || readFileSync(path, 'latin1').toLowerCase().includes(mark)
  } catch {
    return false
  }
}

/** A word that stands nowhere by chance. */
function newMark(): string {
  return `zq${randomBytes(6).toString('hex')}`
}
