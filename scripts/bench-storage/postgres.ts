/**
 * What a ticket costs with PostgreSQL: `pnpm bench:postgres [tickets]`, some three minutes. A private
 * server that syncs as it would for customers, on the disk of the system's temporary files; beside ours
 * the floor, one bare insert of the same bytes.
 * It runs what is built, as an operator does: what loads sources names every closure as it is made.
 */
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { openPostgresStorage } from '../../packages/server/dist/adapters/storage/postgres/postgres-storage.js'
import type { Storage } from '../../packages/server/src/domain/storage.js'
import { queueKey } from '../../packages/server/src/domain/tickets/ticket-store.js'
import { systemClock } from '../../packages/server/src/foundation/clock.js'
import { postgresWorld } from '../../packages/server/src/testing/storage/postgres-world.test.kit.js'
import { sampleArticle } from '../../packages/server/src/testing/storage/sample-records.js'
import { keepRequest, sampleRequest } from './sample-requests.js'

const TICKETS = Number(process.argv[2] ?? 100_000)
const ARTICLES = TICKETS / 10
const CREATES = 400
/** So many come before, and are not counted: a server that has just started compiles what it runs. */
const WARM_UP = 400
const READS = 400
const WRITERS = 16
const CREATES_OF_WRITERS = 1_600
const TOGETHER = 250

/** The bars: a create beside a bare insert, a start and what is read in milliseconds. */
const BARS = { create: 3, start: 5_000, read: 20 }

const postgres = await postgresWorld({ isDurable: true })
const url = await postgres.fresh()
const open = () => openPostgresStorage({ url, clock: systemClock })

async function timed(step: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await step()
  return performance.now() - start
}

function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? Number.NaN
}

const print = (text: string) => process.stdout.write(`${text}\n`)
const row = (...cells: (string | number)[]) => print(`| ${cells.join(' | ')} |`)
const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1)
const quantiles = (times: readonly number[]) => [0.5, 0.95, 0.99].map((p) => ms(quantile(times, p)))

/** Ours and the floor in turns, so that whatever else the machine does meets both alike. */
async function oneAfterAnother(storage: Storage, from: number) {
  const floor = await postgres.connection(url)
  await floor.query('create table if not exists floor (id text primary key, record json)')
  const [floors, ours]: number[][] = [[], []]
  for (let i = -WARM_UP; i < CREATES; i += 1) {
    const number = from + WARM_UP + i
    const { ticket, message } = sampleRequest(number)
    const values = [ticket.id, JSON.stringify([ticket, message])]
    const text = 'insert into floor (id, record) values ($1, $2)'
    const bare = await timed(() => floor.query({ name: 'floor', text, values }))
    const own = await timed(() => keepRequest(storage, number))
    if (i >= 0) floors.push(bare)
    if (i >= 0) ours.push(own)
  }
  await floor.query('drop table floor')
  await floor.end()
  return { floors, ours }
}

async function byWriters(nodes: readonly Storage[], from: number): Promise<number> {
  let next = from
  const took = await timed(() =>
    Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        while (next < from + CREATES_OF_WRITERS) {
          next += 1
          await keepRequest(nodes[writer % nodes.length] as Storage, next)
        }
      }),
    ),
  )
  return Math.round((CREATES_OF_WRITERS / took) * 1000)
}

async function fill(storage: Storage): Promise<void> {
  for (let from = 0; from < TICKETS; from += TOGETHER) {
    await storage.transaction(async (tx) => {
      for (let i = from; i < from + TOGETHER; i += 1) {
        const { ticket, message } = sampleRequest(i)
        tx.tickets.save(ticket)
        tx.messages.save(message)
      }
      for (let i = from / 10; i < (from + TOGETHER) / 10; i += 1) {
        const markdown = 'Open the page. '.repeat(100)
        tx.articles.save(sampleArticle(`art_${i}`, { title: `Article ${i}`, markdown }))
      }
    })
    if (from % 10_000 === 0) process.stderr.write(`\r  filled ${from} of ${TICKETS} `)
  }
  process.stderr.write('\r')
}

const UNTOLD = `
  select (select count(*) from waypost.tickets where written > told)
    + (select count(*) from waypost.messages where written > told) as left
  from waypost._state`

/** A node works through the words of what was filled in at once; a ticket is measured on one at rest. */
async function wordsAreKept(): Promise<void> {
  for (;;) {
    const [row] = await postgres.sql(UNTOLD, url)
    process.stderr.write(`\r  words of ${row?.left} records left   `)
    if (Number(row?.left) === 0) break
    await pause(500)
  }
  process.stderr.write('\r')
}

/** Every article of the site, page by page, as a start without a snapshot of the search reads them. */
async function readArticles(storage: Storage): Promise<number> {
  let [count, after]: [number, string | undefined] = [0, undefined]
  do {
    const page = await storage.transaction((tx) =>
      tx.articles.list('site', 'demo', { limit: 500, after }),
    )
    count += page.items.length
    after = page.next ?? undefined
  } while (after !== undefined)
  return count
}

async function many(step: (i: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < READS; i += 1) times.push(await timed(() => step(i)))
  return times
}

async function bench(): Promise<void> {
  const [{ server_version: version }] = await postgres.sql('show server_version')
  const load = loadavg()[0]?.toFixed(1)
  print(`${new Date().toISOString()}, Node ${process.version}, PostgreSQL ${version}, load ${load}`)
  let storage = await open()
  await fill(storage)
  await storage.close()
  await postgres.sql('analyze', url)

  print('')
  row('one ticket after another', 'p50 ms', 'p95 ms', 'p99 ms')
  row('---', '---', '---', '---')
  storage = await open()
  const kept = await timed(wordsAreKept)
  const { floors, ours } = await oneAfterAnother(storage, TICKETS)
  row('floor: one bare insert of the same bytes', ...quantiles(floors))
  row('Waypost', ...quantiles(ours))
  const ratio = quantile(ours, 0.5) / quantile(floors, 0.5)

  print('')
  row(`${WRITERS} writers at once`, 'creates/s')
  row('---', '---')
  row('one server', await byWriters([storage], 2 * TICKETS))
  const other = await open()
  row('two servers', await byWriters([storage, other], 3 * TICKETS))
  await other.close()
  await storage.close()

  const start = await timed(async () => {
    storage = await open()
  })
  const articles = await timed(() => readArticles(storage))
  const key = queueKey('demo', { status: 'new' })
  const lists = await many(async (i) => {
    const direction = i % 2 ? 'ascending' : 'descending'
    await storage.transaction((tx) => tx.tickets.list('queue', key, { limit: 25, direction }))
  })
  const reads = await many((i) =>
    storage.transaction(async (tx) => {
      const { id } = await tx.tickets.get(sampleRequest((i * 251) % TICKETS).ticket.id)
      await tx.messages.list('ticket', id, { limit: 50 })
    }),
  )
  print('')
  row(`with ${TICKETS} tickets and ${ARTICLES} articles`, 'p50 ms', 'p95 ms', 'p99 ms')
  row('---', '---', '---', '---')
  row('a page of the queue', ...quantiles(lists))
  row('a ticket with its messages', ...quantiles(reads))
  row('opening the storage, once', ms(start), '', '')
  row('reading all articles, once', ms(articles), '', '')
  await storage.close()

  const read = Math.max(quantile(lists, 0.95), quantile(reads, 0.95))
  print(`\na create is ${ratio.toFixed(2)} bare inserts, the bar is ${BARS.create}`)
  print(`the words of what was filled in were kept after ${(kept / 1000).toFixed(0)} s`)
  print(`a start ${ms(start + articles)} ms, the bar is ${BARS.start}`)
  print(`p95 of a list or a read ${ms(read)} ms, the bar is ${BARS.read}`)
  const isOver = ratio > BARS.create || start + articles > BARS.start || read > BARS.read
  if (isOver) process.exitCode = 1
}

try {
  await bench()
} finally {
  await postgres.end()
}
