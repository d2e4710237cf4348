/**
 * What one ticket costs as the storage grows: `pnpm bench:storage [folder]`, some three minutes.
 * Ours, plain lowdb and the floor of the disk side by side in one run, each in its own process.
 * Measures the disk of the folder; a new one in the system's folder for temporary files unless said.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SIZES = [1_000, 10_000, 100_000]
const ROUNDS = 3
const TURNS = 150
const CREATES_A_TURN = 10
const CREATES_OF_WRITERS = 20_000
const CLOCK_MS = 2_000
/** The bar: growing a hundredfold may cost a create at most half more. */
const BAR = 1.5

const task = fileURLToPath(new URL('bench-storage/task.ts', import.meta.url))
const root = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'waypost-bench-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))
process.on('SIGINT', () => process.exit(130))

interface Answer {
  times: number[]
  floors: number[]
  bytes: number
  perSecond: number
  milliseconds: number
  cpu: number
  heap: number
  rss: number
  block: number
  block99: number
}

function spawnTask(name: string, folder: string, count: number): ChildProcess {
  const flags = ['--expose-gc', '--conditions=@waypost/source', '--import', 'tsx']
  return spawn(process.execPath, [...flags, task, name, folder, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
}

/** Runs one task in a process of its own. */
function run(name: string, folder: string, count: number): Promise<Answer> {
  const child = spawnTask(name, folder, count)
  let answer = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    answer += text
  })
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(answer) as Answer)
      else reject(new Error(`${name} ended with code ${code}`))
    })
  })
}

/**
 * Creates one after another in a process for each size. They take short turns, so that whatever
 * else the machine does meets all of them alike.
 */
async function createInTurns(): Promise<Map<number, Answer[]>> {
  const children = SIZES.map((size) => spawnTask('sequential', copyOf(size), 0))
  const answers = new Map<number, Answer[]>(SIZES.map((size) => [size, []]))
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [i, size] of SIZES.entries()) {
      const child = children[i] as ChildProcess
      child.send(CREATES_A_TURN)
      const [answer] = await once(child, 'message')
      // The first turn only warms up.
      if (turn > 0) answers.get(size)?.push(answer as Answer)
    }
  }
  for (const child of children) child.disconnect()
  await Promise.all(children.map((child) => once(child, 'exit')))
  for (const size of SIZES) rmSync(copyPath(size), { recursive: true })
  return answers
}

/** Runs a task on a copy, so that each one meets the size it is about. */
async function runOnCopy(name: string, size: number, count: number): Promise<Answer> {
  const answer = await run(name, copyOf(size), count)
  rmSync(copyPath(size), { recursive: true })
  return answer
}

function copyOf(size: number): string {
  cpSync(join(root, String(size)), copyPath(size), { recursive: true })
  return copyPath(size)
}

function copyPath(size: number): string {
  return join(root, `copy-${size}`)
}

const say = (text: string) => process.stderr.write(`${text}\n`)
const print = (text: string) => process.stdout.write(`${text}\n`)
const row = (...cells: (string | number)[]) => print(`| ${cells.join(' | ')} |`)
const ms = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
const megabytes = (bytes: number) => Math.round(bytes / 1e6)

function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

function quantiles(times: readonly number[]): string[] {
  return [0.5, 0.95, 0.99].map((part) => ms(percentile(times, part)))
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

function header(...cells: string[]): void {
  print('')
  row(...cells)
  row(...cells.map(() => '---'))
}

print(`${new Date().toISOString()}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`)

for (const size of SIZES) {
  say(`Filling a storage with ${size} tickets`)
  const folder = join(root, String(size))
  mkdirSync(folder)
  await run('fill', folder, size)
}

say('Creating one after another, sizes in turns')
const inTurns = await createInTurns()

const ours: Record<string, Answer[]> = {}
const gathered = (name: string, size: number) => {
  const key = `${name} ${size}`
  ours[key] ??= []
  return ours[key]
}
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const size of SIZES) {
    say(`Round ${round} of ${ROUNDS} at ${size} tickets`)
    gathered('writers', size).push(await runOnCopy('writers', size, CREATES_OF_WRITERS))
    gathered('start', size).push(await runOnCopy('start', size, 0))
    gathered('clock', 0).push(await run('clock', root, CLOCK_MS))
  }
}

header('one ticket after another', 'tickets', 'p50 ms', 'p95 ms', 'p99 ms', 'bytes written')
const p50 = new Map<number, number>()
for (const size of SIZES) {
  const answers = inTurns.get(size) ?? []
  const floors = answers.flatMap((answer) => answer.floors)
  row('floor: append 1 kB + fdatasync', size, ...quantiles(floors), 1000)
  const times = answers.flatMap((answer) => answer.times)
  row(
    'Waypost: journal + lowdb pages',
    size,
    ...quantiles(times),
    Math.round(answers[0]?.bytes ?? 0),
  )
  p50.set(size, percentile(times, 0.5))
}
for (const size of SIZES) {
  say(`Plain lowdb at ${size} tickets`)
  const { times, bytes } = await run('plain', root, size)
  row('plain lowdb, not synced', size, ...quantiles(times), bytes)
}

header('64 writers at once', 'tickets', 'creates/s', 'p50 ms', 'p99 ms', 'longest block ms')
for (const size of SIZES) {
  const answers = gathered('writers', size)
  const times = answers.flatMap((answer) => answer.times)
  const perSecond = Math.round(median(answers.map((answer) => answer.perSecond)))
  const [half, , most] = quantiles(times)
  const block = ms(median(answers.map((answer) => answer.block)))
  row('Waypost, checkpoints included', size, perSecond, half ?? '', most ?? '', block)
}

const idle = ms(median(gathered('clock', 0).map((answer) => answer.block)))
row('a loop that only looks at the clock', '', '', '', '', idle)

header('start', 'tickets', 'ms', 'CPU ms', 'heap MB', 'RSS MB', 'longest block ms')
for (const size of SIZES) {
  const answers = gathered('start', size)
  const of = (pick: (answer: Answer) => number) => median(answers.map(pick))
  const time = [ms(of((answer) => answer.milliseconds)), ms(of((answer) => answer.cpu))]
  const memory = [megabytes(of((answer) => answer.heap)), megabytes(of((answer) => answer.rss))]
  row('Waypost', size, ...time, ...memory, ms(of((answer) => answer.block)))
}

const [smallest = 0, largest = 0] = [p50.get(SIZES[0] ?? 0), p50.get(SIZES.at(-1) ?? 0)]
const ratio = largest / smallest
print(`\np50 at ${SIZES.at(-1)} / p50 at ${SIZES[0]}: ${ratio.toFixed(2)}, the bar is ${BAR}`)
if (ratio > BAR) process.exitCode = 1
