/**
 * How well search finds what people ask: `pnpm bench:relevance [collection,…]`, about a minute.
 * Measures the search index alone over the relevance kit beside the checkout, by default over its
 * collections in our first languages: en, sv, da, nb and uk. With `--others` all collections, beside
 * the engines that the kit has installed, in some ten minutes; draws docs/images/search-figures.svg.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { drawChart } from './bench-relevance/draw-chart.mjs'

const LANGUAGES = ['en', 'sv', 'da', 'nb', 'uk']
const VARIANTS = ['plain', 'typo', 'prefix', 'short']
const OTHERS = ['lunr', 'minisearch-default', 'minisearch-readme']
const NAMES = ['Waypost', 'lunr', 'MiniSearch, defaults', 'MiniSearch, README']

const kit = new URL('../../shared/relevance/', import.meta.url)
if (!existsSync(new URL('eval/run.mjs', kit))) {
  console.log(`relevance: skipped, there is no kit at ${fileURLToPath(kit)}`)
  process.exit(0)
}
const all = JSON.parse(readFileSync(new URL('collections.json', kit), 'utf8'))
const core = all
  .map(({ name }) => name)
  .filter((name) => LANGUAGES.includes(name.split('-').at(-1)))
const hasOthers = process.argv.includes('--others')
const named = process.argv[2]?.startsWith('--') ? undefined : process.argv[2]?.split(',')
const collections = named ?? (hasOthers ? all.map(({ name }) => name) : core)
const chart = fileURLToPath(new URL('../docs/images/search-figures.svg', import.meta.url))

const engine = fileURLToPath(new URL('relevance-engine.ts', import.meta.url))
const rows = await measure(engine)
table()
if (hasOthers) await compare()

/** Runs the kit in one process; a line comes for every collection and variant. */
async function measure(name) {
  const found = []
  const flags = ['--conditions=@waypost/source', '--import', 'tsx']
  const options = ['--engine', name, '--split', 'dev', '--variant', VARIANTS.join(',')]
  const run = fileURLToPath(new URL('eval/run.mjs', kit))
  const child = spawn(
    process.execPath,
    [...flags, run, ...options, '--collection', collections.join(',')],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: fileURLToPath(new URL('..', import.meta.url)) },
  )
  const ended = new Promise((done) => child.on('close', done))
  for await (const line of createInterface({ input: child.stdout })) {
    const row = JSON.parse(line)
    found.push(row)
    if (row.variant !== VARIANTS[0]) continue
    const place = `${collections.indexOf(row.collection) + 1}/${collections.length}`
    console.error(`${place} ${row.collection}: ${row.docs} articles, nDCG@10 ${row.ndcg10}`)
  }
  const code = await ended
  if (code !== 0) throw new Error(`the relevance kit ended with ${code}`)
  return found
}

/** By language and variant: ours, then the others. */
async function compare() {
  const runs = [rows]
  for (const other of OTHERS) runs.push(await measure(other))
  const meanOf = (run, lang, variant) => {
    const own = run.filter((row) => row.lang === lang && row.variant === variant)
    return own.reduce((sum, { ndcg10 }) => sum + ndcg10, 0) / Math.max(1, own.length)
  }
  const languages = [...new Set(rows.map(({ lang }) => lang))].sort()
  console.log(`\nnDCG@10 by language: ${NAMES.join(', ')}`)
  for (const lang of languages) {
    for (const variant of VARIANTS) {
      const values = runs.map((run) => meanOf(run, lang, variant))
      const [ours = 0, ...others] = values
      const mark = ours < Math.max(...others) ? 'below' : ''
      console.log(line([variant, lang, ...values.map((value) => value.toFixed(3)), mark]))
    }
  }
  const bars = languages.map((tag) => ({
    tag,
    values: runs.map((run) => meanOf(run, tag, 'plain')),
  }))
  writeFileSync(chart, drawChart(NAMES, bars, new Date().toISOString().slice(0, 10)))
}

function table() {
  const languages = [...new Set(rows.map(({ lang }) => lang))]
  console.log(`\nmean of ${collections.length} collections, nDCG@10 by language, milliseconds`)
  console.log(
    line(['', 'nDCG@10', 'MRR@10', 'recall@10', 'success@1', ...languages, 'p50', 'worst p95']),
  )
  for (const variant of VARIANTS) {
    const own = rows.filter((row) => row.variant === variant)
    const mean = (key, of = own) => of.reduce((sum, row) => sum + row[key], 0) / of.length
    const quality = ['ndcg10', 'mrr10', 'recall10', 'success1'].map((key) => mean(key).toFixed(3))
    const byLanguage = languages.map((lang) =>
      mean(
        'ndcg10',
        own.filter((row) => row.lang === lang),
      ).toFixed(3),
    )
    const worst = Math.max(...own.map(({ p95ms }) => p95ms))
    console.log(
      line([variant, ...quality, ...byLanguage, mean('p50ms').toFixed(1), worst.toFixed(1)]),
    )
  }
}

function line(cells) {
  return `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(6) : cell.padStart(9))).join(' | ')} |`
}
