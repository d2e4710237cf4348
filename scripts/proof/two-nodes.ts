/**
 * Two servers as processes on one PostgreSQL that syncs to disk. Sixteen writers open tickets on
 * either, and take one that was not answered to the other under the same key; one server after the
 * other is killed by chance and started again. In the end every ticket that was acknowledged is there
 * once, whole, as it was sent. Alone: `tsx --conditions=@waypost/source scripts/proof/two-nodes.ts 20`.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { CreatedTicket } from '../../packages/sdk/src/contract/index.js'
import { serving, until } from '../../packages/server/src/testing/command-line.js'
import { postgresWorld } from '../../packages/server/src/testing/storage/postgres-world.test.kit.js'

const rounds = Number(process.argv[2] ?? 200)
const WRITERS = 16
/** A server is killed within so many milliseconds after the round's first ticket. */
const [SOONEST, LATEST] = [50, 1_200]
/** Milliseconds after which a call counts as not answered. */
const PATIENCE = 10_000
/** One in so many tickets is sent once more, to the other server. */
const REPLAYED = 20

type Server = Awaited<ReturnType<typeof serving>>

const home = mkdtempSync(join(tmpdir(), 'waypost-two-nodes-'))
const postgres = await postgresWorld({ isDurable: true })
const url = await postgres.database()
const env = {
  DATABASE_URL: url,
  WAYPOST_KEYS: JSON.stringify({ ticketTokens: [{ id: 'k1', secret: randomUUID().repeat(2) }] }),
}
const servers: Server[] = []
/** By subject: the id that was acknowledged, and the message that was sent. */
const acknowledged = new Map<string, { id: string; message: string }>()
const problems: string[] = []
let [tries, otherIds, failedStarts] = [0, 0, 0]
let isOver = false

const TICKETS = `
  select t.record->>'subject' as subject, t.id, string_agg(m.text, '') as message
  from waypost.tickets t
  left join (
    select record->>'ticketId' as id, record->'body'->0->'children'->0->>'text' as text
    from waypost.messages
  ) m on m.id = t.id
  group by t.id`

/** Each is 0 where every transaction is there whole or not at all. */
const HALF = `
  with
    tickets as (select id, record from waypost.tickets),
    messages as (
      select record->>'ticketId' as id, count(*) as n from waypost.messages group by 1
    ),
    opened as (
      select record->'event'->>'ticketId' as id, count(*) as n from waypost.events
      where record->'event'->>'kind' = 'ticket.opened' group by 1
    ),
    listed as (
      select id, count(*) filter (where index_name = 'origin') as n from waypost._entries
      where table_name = 'tickets' group by 1
    )
  select
    (select count(*) from tickets full join messages using (id)
      where record is null or n is distinct from 1) as messages,
    (select count(*) from tickets full join opened using (id)
      where record is null or n is distinct from 1) as events,
    (select count(*) from tickets full join listed using (id)
      where record is null or n is distinct from 1) as entries,
    (select count(*) from tickets t left join waypost.customers c
      on c.id = t.record->>'requesterId' where c.id is null) as customers,
    (select count(*) - count(distinct record->>'reference') from tickets) as references,
    (select count(*) from tickets) -
      (select sum((record->>'value')::bigint - 1000) from waypost.counters) as counter,
    (select coalesce(max(id::bigint), 0) - count(*) from waypost.events) as numbers`

try {
  for (const at of [0, 1]) servers.push(await begin(at))
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer))
  for (let round = 1; round <= rounds && failedStarts === 0; round += 1) await kill(round)
  isOver = true
  await Promise.all(writers)
  process.exitCode = (await judge()) ? 0 : 1
} finally {
  isOver = true
  await Promise.all(servers.map(({ stop }) => stop('SIGKILL')))
  await postgres.end()
  rmSync(home, { recursive: true, force: true })
}

function begin(at: number, port?: number): Promise<Server> {
  const args = ['--data', join(home, `data-${at}`), '--unlimited']
  return serving(args, { cwd: home, env, ...(port !== undefined && { port }) })
}

async function kill(round: number): Promise<void> {
  const at = Math.round(Math.random())
  const before = acknowledged.size
  await until(async () => acknowledged.size > before, 30)
  await setTimeout(SOONEST + Math.random() * (LATEST - SOONEST))
  const old = servers[at] as Server
  await old.stop('SIGKILL')
  const killedAt = Date.now()
  try {
    servers[at] = await begin(at, old.port)
  } catch (error) {
    failedStarts += 1
    problems.push(String(error))
  }
  const seconds = ((Date.now() - killedAt) / 1000).toFixed(1)
  console.log(`round ${round}: node ${at + 1} killed, back in ${seconds} s; ${summary()}`)
}

/** Opens one ticket after the other; each until some server has acknowledged it. */
async function write(writer: number): Promise<void> {
  for (let n = 0; !isOver; n += 1) {
    const subject = `ticket ${n} of writer ${writer}`
    const message = `${subject} ${'x'.repeat(1 + Math.random() * 2_000)}`
    const key = randomUUID()
    const id = await open({ subject, message, key, first: n + writer })
    acknowledged.set(subject, { id, message })
    if (n % REPLAYED === 0) {
      const again = await open({ subject, message, key, first: n + writer + 1 })
      if (again !== id) otherIds += 1
    }
  }
}

interface Asked {
  subject: string
  message: string
  key: string
  /** Which server is asked first. */
  first: number
}

async function open({ subject, message, key, first }: Asked): Promise<string> {
  for (let at = first; ; at += 1) {
    tries += 1
    const answer = await fetch(`${servers[at % 2]?.url}/v1/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ subject, message, email: 'two-nodes@example.test' }),
      signal: AbortSignal.timeout(PATIENCE),
    })
      .then(async (got) => ({ status: got.status, text: await got.text() }))
      .catch(() => ({ status: 0, text: '' }))
    if (answer.status === 201) return (JSON.parse(answer.text) as CreatedTicket).ticket.id
    const isPassing = answer.status === 0 || answer.status === 503
    if (!isPassing) problems.push(`${answer.status} ${answer.text.slice(0, 200)}`)
    await setTimeout(20)
  }
}

function summary(): string {
  return `${acknowledged.size} acknowledged in ${tries} tries`
}

/** Compares what was acknowledged with what the database holds, past both servers. */
async function judge(): Promise<boolean> {
  const kept = new Map<string, { id: string; message: string }[]>()
  for (const { subject, ...found } of await postgres.sql(TICKETS, url)) {
    kept.set(subject, [...(kept.get(subject) ?? []), found])
  }
  const [half] = await postgres.sql(HALF, url)
  const lost = [...acknowledged.keys()].filter((subject) => !kept.has(subject))
  const doubled = [...kept.values()].filter((found) => found.length > 1)
  const corrupt = [...acknowledged].filter(([subject, { id, message }]) =>
    kept.get(subject)?.some((found) => found.id !== id || found.message !== message),
  )
  const counts = {
    lost: lost.length,
    doubled: doubled.length,
    corrupt: corrupt.length,
    'half transactions': Object.values(half).reduce(
      (sum: number, n) => sum + Math.abs(Number(n)),
      0,
    ),
    'other ids': otherIds,
    'failed restarts': failedStarts,
    'other answers': problems.length,
  }
  for (const problem of problems.slice(0, 10)) console.error(problem)
  if (counts['half transactions'] > 0) console.error(half)
  const said = Object.entries(counts).map(([what, count]) => `${count} ${what}`)
  console.log(`TWO NODES ${rounds} kills, ${summary()}: ${said.join(', ')}`)
  const isBusy = acknowledged.size > rounds * WRITERS
  if (!isBusy) console.error('Too little was written to prove anything.')
  return isBusy && Object.values(counts).every((count) => count === 0)
}
