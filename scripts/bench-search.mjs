/**
 * How long search takes as the help centre grows, and how long a start: `pnpm bench:search [sizes]`, some
 * fifteen minutes; the starts are those of what is built, `starts` for sizes measures them alone.
 * Ours beside others in one run, each in a process of its own, over the seeded articles of the
 * performance kit beside the checkout. The others are those that the kit has installed; without them
 * ours alone is measured.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureStarts } from './bench-search/starts.mjs'

const OTHERS = ['MiniSearch, defaults', 'MiniSearch, README', 'FlexSearch', 'Orama']
const asked = process.argv[2] ?? '1000,3000,10000,50000'
const SIZES = asked === 'starts' ? [] : asked.split(',').map(Number)
/** With more articles some of the others take many minutes to read them, and gigabytes. */
const MOST_FOR_OTHERS = 10_000
/** The bars for our p95 in milliseconds: whole queries, and every beginning of a phrase. */
const BARS = new Map([
  [3_000, { whole: 15, typed: 15 }],
  [10_000, { whole: 40, typed: 30 }],
  [50_000, { whole: 15, typed: 15 }],
])
/** The bar for a start with a snapshot, in milliseconds. */
const START_BAR = 2_000
/** The bar for our index as text over that of MiniSearch with its defaults. */
const INDEX_BAR = 1.5

const kit = fileURLToPath(new URL('../../shared/performance', import.meta.url))
if (!existsSync(`${kit}/corpus.mjs`)) {
  console.log(`search: skipped, there is no kit at ${kit}`)
  process.exit(0)
}
const hasOthers = existsSync(`${kit}/node_modules/@orama/orama`)
if (!hasOthers) {
  console.log(`others: skipped, they come by "npm install --ignore-scripts" in ${kit}`)
}

const rows = []
for (const size of SIZES) {
  const others = hasOthers && size <= MOST_FOR_OTHERS ? OTHERS : []
  for (const name of ['Waypost', ...others]) {
    console.error(`${size} articles, ${name}, load ${loadavg()[0].toFixed(1)}`)
    const row = await measure(name, size)
    rows.push(row)
    console.error(JSON.stringify(row))
  }
}
console.log(`\nNode ${process.versions.node}, milliseconds, the best of three for each query`)
printTable()
judge()
console.error(`starts, load ${loadavg()[0].toFixed(1)}`)
printStarts(await measureStarts(kit))

function measure(name, size) {
  const script = fileURLToPath(new URL('bench-search/measure.ts', import.meta.url))
  const flags = ['--expose-gc', '--max-old-space-size=8000']
  const source = ['--conditions=@waypost/source', '--import', 'tsx']
  const child = spawn(process.execPath, [...flags, ...source, script, name, String(size), kit], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let line = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    line += text
  })
  return new Promise((done, failed) => {
    child.on('close', (code) => {
      if (code === 0) done(JSON.parse(line))
      else failed(new Error(`${name} with ${size} articles ended with ${code}`))
    })
  })
}

function printTable() {
  const heads = ['whole p50', 'p95', 'first time p95', 'typed p50', 'p95', 'read in, CPU s']
  const cells = rows.map(({ name, documents, whole, typed, buildMs, heapMB, indexMB }) => [
    documents.toLocaleString('en'),
    name,
    ...[whole.p50, whole.p95, whole.firstP95, typed.p50, typed.p95].map(milliseconds),
    (buildMs / 1e3).toFixed(1),
    heapMB.toFixed(0),
    indexMB?.toFixed(1) ?? '',
  ])
  for (const row of [['articles', 'engine', ...heads, 'heap MB', 'index MB'], ...cells]) {
    console.log(`| ${row.join(' | ')} |`)
  }
}

function printStarts(starts) {
  console.log('\n| 10,000 articles in | start | wall, s | CPU, s | RSS MB |')
  for (const { locales, kind, wall, cpu, rssMB } of starts) {
    const cells = [(wall / 1e3).toFixed(1), (cpu / 1e3).toFixed(1), rssMB.toFixed(0)]
    console.log(`| ${[locales, kind, ...cells].join(' | ')} |`)
  }
  for (const { locales, kind, wall } of starts) {
    if (kind === 'later') say(10_000, `start in ${locales}`, wall, START_BAR)
  }
}

function milliseconds(value) {
  return value < 10 ? value.toFixed(2) : value.toFixed(0)
}

function judge() {
  for (const { documents, whole, typed, indexMB } of rows.filter(
    ({ name }) => name === 'Waypost',
  )) {
    const bar = BARS.get(documents)
    if (bar) say(documents, 'whole queries p95', whole.p95, bar.whole)
    if (bar) say(documents, 'as you type p95', typed.p95, bar.typed)
    const peer = rows.find((row) => row.name === OTHERS[0] && row.documents === documents)
    if (peer) say(documents, 'index over MiniSearch', indexMB / peer.indexMB, INDEX_BAR)
  }
}

function say(documents, what, value, bar) {
  const isMet = value <= bar
  if (!isMet) process.exitCode = 1
  console.log(
    `${isMet ? 'met ' : 'MISS'} ${documents} articles: ${what} ${milliseconds(value)} (${bar})`,
  )
}
