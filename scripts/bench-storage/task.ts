// One measurement in a process of its own, so that no heap disturbs another:
// task.ts <name> <folder> <number>. Prints one line of JSON.
import { once } from 'node:events'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { openLowdbStorage } from '../../packages/server/src/adapters/storage/lowdb/lowdb-storage.js'
import type { Storage } from '../../packages/server/src/domain/storage.js'
import { queueKey } from '../../packages/server/src/domain/tickets/ticket-store.js'
import { systemClock } from '../../packages/server/src/foundation/clock.js'
import { keepRequest, sampleRequest } from './sample-requests.js'

const [name = '', folder = '', number = '0'] = process.argv.slice(2)
const count = Number(number)
const WRITERS = 64

const tasks = { fill, sequential, writers, start, plain, clock }

export type TaskName = keyof typeof tasks

process.stdout.write(`${JSON.stringify(await tasks[name as TaskName]())}\n`)

function openStorage() {
  return openLowdbStorage({
    folder,
    clock: systemClock,
    onFatal(error) {
      throw error
    },
  })
}

/** Fills a folder with so many tickets, and says how far it is. */
async function fill() {
  const storage = await openStorage()
  let done = 0
  await manyWriters(count, async (i) => {
    await keepRequest(storage, i)
    done += 1
    if (done % 5000 === 0) process.stderr.write(`\r  filled ${done} of ${count} `)
  })
  process.stderr.write('\r')
  await storage.close()
  return {}
}

/**
 * Creates one after another, so many whenever the parent asks; before each one an append with
 * fdatasync, as the floor of the disk.
 */
async function sequential() {
  const storage = await openStorage()
  let next = await nextNumber(storage)
  const floor = await open(join(folder, 'floor'), 'a')
  const line = Buffer.alloc(1000, 97)
  process.on('message', async (creates: number) => {
    const times: number[] = []
    const floors: number[] = []
    const before = journalBytes()
    for (let i = 0; i < creates; i += 1) {
      floors.push(await timed(() => floor.appendFile(line).then(() => floor.datasync())))
      times.push(await timed(() => keepRequest(storage, next)))
      next += 1
    }
    process.send?.({ times, floors, bytes: (journalBytes() - before) / creates })
  })
  await once(process, 'disconnect')
  await floor.close()
  await storage.close()
  return {}
}

/** Creates from 64 writers at once, checkpoints included, and watches the event loop. */
async function writers() {
  const storage = await openStorage()
  const first = await nextNumber(storage)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const times: number[] = []
  const seconds =
    (await timed(() =>
      manyWriters(count, async (i) => {
        times.push(await timed(() => keepRequest(storage, first + i)))
      }),
    )) / 1000
  delay.disable()
  await storage.close()
  return { times, perSecond: count / seconds, ...blocks(delay) }
}

/** Opens the folder, as a server does when it starts. */
async function start() {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = process.cpuUsage()
  const started = performance.now()
  const storage = await openStorage()
  const milliseconds = performance.now() - started
  const { user, system } = process.cpuUsage(began)
  delay.disable()
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  await storage.close()
  return { milliseconds, cpu: (user + system) / 1000, heap: heapUsed, rss, ...blocks(delay) }
}

/** The same records in one lowdb file, written with `db.write()`; not synced to the disk. */
async function plain() {
  const require = createRequire(new URL('../../packages/server/package.json', import.meta.url))
  const { JSONFilePreset } = await import(pathToFileURL(require.resolve('lowdb/node')).href)
  // Under NODE_ENV=test the preset keeps everything in memory.
  process.env.NODE_ENV = 'production'
  const path = join(folder, 'plain.json')
  const requests = Array.from({ length: count }, (_, i) => sampleRequest(i))
  const db = await JSONFilePreset(path, { requests })
  await db.write()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const times: number[] = []
  for (let i = 0; i < (count >= 100_000 ? 10 : 40); i += 1) {
    db.data.requests.push(sampleRequest(count + i))
    times.push(await timed(() => db.write()))
  }
  delay.disable()
  const bytes = statSync(path).size
  rmSync(path)
  return { times, bytes, ...blocks(delay) }
}

/** Looks at the clock and does nothing else: what the system takes away looks like a block, too. */
async function clock() {
  let last = performance.now()
  let block = 0
  for (const end = last + count; last < end; ) {
    const now = performance.now()
    block = Math.max(block, now - last)
    last = now
  }
  return { block }
}

async function manyWriters(total: number, write: (i: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (next < total) {
        const i = next
        next += 1
        await write(i)
      }
    }),
  )
}

async function nextNumber(storage: Storage): Promise<number> {
  return storage.transaction((tx) => tx.tickets.count('queue', queueKey('demo')))
}

function journalBytes(): number {
  const names = readdirSync(folder).filter((file) => file.startsWith('journal-'))
  return names.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Milliseconds for which the event loop stood still, less the millisecond that the watch sleeps. */
function blocks(delay: ReturnType<typeof monitorEventLoopDelay>) {
  const milliseconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - 1)
  return { block: milliseconds(delay.max), block99: milliseconds(delay.percentile(99)) }
}
