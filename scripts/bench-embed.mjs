/**
 * What the widget costs on a page, beside others: `pnpm bench:embed [rounds]`, some twelve minutes.
 * Runs the performance harness beside the checkout against what has been built, on a slow phone's
 * processor (4×) and slow 4G; pages take turns in one run, once clicked cold and once 300 ms after
 * the pointer came. Draws docs/images/embed-figures.svg. Others' scripts come by npm as it runs.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawChart } from './bench-embed/draw-chart.mjs'
import { judge } from './bench-embed/judge.mjs'
import { findChromium, howToInstall } from './chromium.mjs'
import { startDemoServer } from './demo-server.mjs'

const PAGES = ['blank', 'waypost', 'ref', 'docsearch5kw', 'pagefind']
const ROUNDS = process.argv[2] ?? '7'
/** How long before the click the pointer comes, in milliseconds. */
const INTENT = 300

/** Modules are looked for beside the links, not beside what they lead to. */
const AS_LINKED = ['--preserve-symlinks', '--preserve-symlinks-main']

const kit = fileURLToPath(new URL('../../shared/performance/', import.meta.url))
const chart = fileURLToPath(new URL('../docs/images/embed-figures.svg', import.meta.url))
const chromium = findChromium()
if (!existsSync(join(kit, 'page.mjs')) || !chromium) {
  const why = chromium ? `there is no kit at ${kit}` : `there is no browser here; ${howToInstall}`
  console.log(`embed: skipped, ${why}`)
  process.exit(0)
}

const bench = prepareKit()
const server = await startDemoServer()
const run = []
const loads = loadavg().slice(0, 1)
const watch = setInterval(() => loads.push(loadavg()[0]), 10_000)
try {
  writePage(server.url)
  run.push(await measure(0), await measure(INTENT))
} finally {
  clearInterval(watch)
  await server.close()
}
const [cold, ready] = run
const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1))
console.log(`\nNode ${process.versions.node}, median of ${ROUNDS}, load ${least} to ${most}`)
printTable()
const verdicts = judge(cold, ready)
console.log(
  `\n${verdicts.map(({ isMet, text }) => `${isMet ? 'met ' : 'MISS'} ${text}`).join('\n')}`,
)
writeFileSync(chart, drawChart(cold, ready))
if (verdicts.some(({ isMet }) => !isMet)) process.exitCode = 1

/** A folder that leads to the kit's own files and takes what the kit makes: the kit itself is read. */
function prepareKit() {
  const folder = join(tmpdir(), 'waypost-bench-embed')
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(kit).filter((each) => each !== 'node_modules')) {
    rmSync(join(folder, name), { force: true })
    symlinkSync(join(kit, name), join(folder, name))
  }
  if (!existsSync(join(folder, 'node_modules'))) {
    console.error('Fetching the others')
    const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const { status } = spawnSync('npm', flags, { cwd: folder, stdio: 'inherit' })
    if (status !== 0) throw new Error('The others could not be fetched')
  }
  if (!existsSync(join(folder, 'site/pagefind'))) {
    const { status } = spawnSync(process.execPath, [...AS_LINKED, 'build-pages.mjs'], {
      cwd: folder,
    })
    if (status !== 0) throw new Error('The pages of the others could not be built')
  }
  return folder
}

/** The blank page with our tag, and where the harness clicks. */
function writePage(address) {
  const site = join(bench, 'site')
  const blank = readFileSync(join(site, 'blank.html'), 'utf8')
  const tag = `<script async crossorigin src="${address}/waypost.js"></script>`
  writeFileSync(join(site, 'waypost.html'), blank.replace('</head>', `${tag}</head>`))
  const click = `js:document.querySelector('waypost-launcher')?.shadowRoot.querySelector('button')`
  const open = { click, visible: 'dialog[open]', focus: '#words' }
  writeFileSync(join(site, 'waypost.json'), JSON.stringify({ label: 'Waypost', ...open }))
}

/** One run of the harness; what it has written down. */
async function measure(hover) {
  const out = join(bench, `results-${hover}.json`)
  const options = ['--pages', PAGES.join(','), '--n', ROUNDS, '--hover', hover, '--out', out]
  const child = spawn(process.execPath, [...AS_LINKED, 'page.mjs', 'site', ...options], {
    cwd: bench,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM: chromium },
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  if (code !== 0) throw new Error(`The harness ended with ${code}`)
  return JSON.parse(readFileSync(out, 'utf8'))
}

function printTable() {
  const heads = ['kB before click', 'requests', 'script ms', 'TBT ms', 'ΔLCP ms', 'CLS', 'heap MB']
  console.log(`| page | ${[...heads, 'cold ms', 'after 300 ms ms', 'kB at open'].join(' | ')} |`)
  console.log(`| --- |${' --- |'.repeat(heads.length + 3)}`)
  for (const [i, row] of cold.rows.entries()) {
    const { kBidle, reqIdle, script, TBT, dLCP, CLS, heapMB, openFocus, kBopen } = row
    if (i === 0) continue
    const before = [kBidle, reqIdle, script, TBT, dLCP, CLS, heapMB]
    console.log(
      `| ${[row.page, ...before, openFocus, ready.rows[i].openFocus, kBopen].join(' | ')} |`,
    )
  }
}
