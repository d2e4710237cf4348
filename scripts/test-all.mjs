/**
 * Everything that must hold, in one run: lint, build, unit and contract tests, floors, browsers.
 * Ends with one line of counts, and with a failing exit code when anything failed or nothing ran.
 * `WAYPOST_SKIP_BROWSER=1` leaves the browser tests out, `CHROME_PATH` names the browser.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { findChromium, howToInstall, installChromium } from './chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules/.bin')
const cache = join(root, 'node_modules/.cache')
mkdirSync(cache, { recursive: true })
const reports = mkdtempSync(join(cache, 'test-all-'))
/** What tools keep for themselves stays in the checkout, too. */
const ours = {
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  XDG_CACHE_HOME: join(cache, 'xdg'),
  XDG_CONFIG_HOME: join(cache, 'xdg'),
}
const longest = 8 * 60_000
const total = { passed: 0, failed: 0, skipped: 0 }

/** Runs one command to its end; true when it went well. */
function succeeds(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...ours, ...env },
    stdio: 'inherit',
    shell: process.platform === 'win32',
    timeout: longest,
  })
  const stop = (signal) => {
    child.kill(signal)
    process.exit(128 + constants.signals[signal])
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`)
      resolve(false)
    })
    child.on('exit', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve(code === 0)
    })
  })
}

const asOneTest = (ok) => ({ passed: Number(ok), failed: Number(!ok), skipped: 0 })

/** What a runner wrote down. A runner that failed without a failed test, or ran none, counts as one failure. */
function counted(ok, report, read) {
  try {
    const counts = read(JSON.parse(readFileSync(report, 'utf8')))
    if (ok && counts.passed > 0) return counts
    return { ...counts, failed: Math.max(counts.failed, 1) }
  } catch {
    console.error('No report was written.')
    return asOneTest(false)
  }
}

async function vitest(...filters) {
  const report = join(reports, `vitest-${filters.join('-').replaceAll('/', '')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const chromium = findChromium()
  const env = chromium ? { CHROME_PATH: chromium } : {}
  const ok = await succeeds('vitest', ['run', ...filters, ...reporters], env)
  return counted(ok, report, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }))
}

async function browserTests() {
  if (process.env.WAYPOST_SKIP_BROWSER === '1') {
    console.log('Skipped: WAYPOST_SKIP_BROWSER is set.')
    return { passed: 0, failed: 0, skipped: 1 }
  }
  if (!findChromium()) installChromium()
  const chromium = findChromium()
  if (!chromium) {
    console.log(`Skipped: there is no browser here; ${howToInstall}.`)
    return { passed: 0, failed: 0, skipped: 1 }
  }
  const report = join(reports, 'browser.json')
  const ok = await succeeds('wtr', [], { CHROME_PATH: chromium, WAYPOST_TEST_REPORT: report })
  return counted(ok, report, (counts) => counts)
}

/** A few rounds of the harnesses that `pnpm proof` runs whole. */
async function proofs() {
  if (!existsSync(join(root, '../shared/security'))) {
    console.log('Skipped: ../shared/security is not here.')
    return { passed: 0, failed: 0, skipped: 1 }
  }
  return asOneTest(await succeeds('node', ['scripts/proof.mjs', '--short']))
}

async function step(title, work) {
  console.log(`\n── ${title}`)
  const start = performance.now()
  const counts = await work()
  for (const key of Object.keys(total)) total[key] += counts[key]
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`── ${title}: ${counts.failed ? 'failed' : 'done'} in ${seconds} s`)
}

await step('Format and lint: Biome', async () => asOneTest(await succeeds('biome', ['check', '.'])))
await step('Lint: oxlint', async () => asOneTest(await succeeds('oxlint', [])))
await step('Types and bundles', async () => asOneTest(build()))
await step('Unit and contract tests', () => vitest('packages/'))
await step('Floors, documents, packages', () => vitest('scripts/'))
await step('Kill and fuzz rounds', proofs)
await step('Browser tests', browserTests)
await step('Examples', () => vitest('examples/'))
rmSync(reports, { recursive: true, force: true })

const { passed, failed, skipped } = total
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
