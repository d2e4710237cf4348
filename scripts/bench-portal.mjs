/**
 * How fast an article page is on a phone: `pnpm bench:portal [path]`, some three minutes. Lighthouse,
 * as it comes (a slow phone on slow 4G, simulated), on Tidemark's own server; the median of some runs.
 * Lighthouse is fetched by npx when this runs: with what it brings it would be most of an install.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, howToInstall } from './chromium.mjs'
import { startDemoServer } from './demo-server.mjs'

/** The last that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const RUNS = 5
/** The bar, in each of the four. */
const BAR = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
/** An article with a table, a callout and a picture, in three languages. */
const PATHS = [
  '/help/en/articles/when-payouts-arrive',
  '/help/uk/articles/koly-nadiide-vyplata',
  '/help/da/articles/hvornaar-kommer-udbetalingen',
]

const chromium = findChromium()
if (!chromium) {
  console.log(`portal: skipped, there is no browser here; ${howToInstall}`)
  process.exit(0)
}
const paths = process.argv.length > 2 ? process.argv.slice(2) : PATHS
const folder = mkdtempSync(join(tmpdir(), 'waypost-lighthouse-'))
const server = await startDemoServer()
try {
  const loads = []
  const rows = []
  for (const path of paths) {
    const runs = []
    for (let turn = 1; turn <= RUNS; turn += 1) {
      const report = await audit(server.url + path)
      runs.push(figuresOf(report))
      loads.push(loadavg()[0])
      console.error(`${path} ${turn}/${RUNS}: ${runs.at(-1).scores.join(' ')}`)
      tellFaults(report)
    }
    rows.push({ path, ...medianOf(runs) })
  }
  table(rows, loads)
  if (rows.some(({ scores }) => scores.some((score) => score < BAR))) {
    console.error(`Below the bar of ${BAR}.`)
    process.exitCode = 1
  }
} finally {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}

/** One run; the report as Lighthouse writes it. */
async function audit(url) {
  const file = join(folder, 'report.json')
  const flags = ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage']
  const options = [
    ...['--output=json', `--output-path=${file}`, '--quiet', '--no-enable-error-reporting'],
    ...[`--chrome-flags=${flags.join(' ')}`, `--only-categories=${CATEGORIES.join(',')}`],
  ]
  const child = spawn('npx', ['--yes', LIGHTHOUSE, url, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROME_PATH: chromium },
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

function figuresOf({ categories, audits }) {
  const number = (id) => audits[id].numericValue
  return {
    scores: CATEGORIES.map((id) => Math.round(categories[id].score * 100)),
    kilobytes: number('total-byte-weight') / 1000,
    fcp: number('first-contentful-paint'),
    lcp: number('largest-contentful-paint'),
    tbt: number('total-blocking-time'),
    cls: number('cumulative-layout-shift'),
  }
}

/** What costs points, so that it can be mended. */
function tellFaults({ categories, audits }) {
  for (const { auditRefs } of Object.values(categories)) {
    for (const { id, weight } of auditRefs) {
      const { score, title, displayValue = '' } = audits[id]
      if (weight > 0 && score !== null && score < 0.9) {
        console.error(`  ${id} ${score}: ${title} ${displayValue}`)
      }
    }
  }
}

/** The middle of each figure by itself. */
function medianOf(runs) {
  const middle = (values) => values.toSorted((a, b) => a - b)[(values.length - 1) / 2]
  const of = (key) => middle(runs.map((run) => run[key]))
  return {
    scores: CATEGORIES.map((_, at) => middle(runs.map(({ scores }) => scores[at]))),
    kilobytes: of('kilobytes'),
    fcp: of('fcp'),
    lcp: of('lcp'),
    tbt: of('tbt'),
    cls: of('cls'),
  }
}

function table(rows, loads) {
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1))
  console.log(
    `\n${LIGHTHOUSE}, Node ${process.versions.node}, median of ${RUNS}, load ${least} to ${most}\n`,
  )
  const heads = ['performance', 'accessibility', 'best practices', 'SEO', 'kB', 'FCP ms', 'LCP ms']
  console.log(`| page | ${[...heads, 'TBT ms', 'CLS'].join(' | ')} |`)
  console.log(`| --- |${' --- |'.repeat(heads.length + 2)}`)
  for (const { path, scores, kilobytes, fcp, lcp, tbt, cls } of rows) {
    const times = [fcp, lcp, tbt].map((ms) => Math.round(ms).toLocaleString('en'))
    const cells = [...scores, kilobytes.toFixed(1), ...times, cls.toFixed(3)]
    console.log(`| \`${path}\` | ${cells.join(' | ')} |`)
  }
}
