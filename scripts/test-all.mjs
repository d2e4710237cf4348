/**
 * Everything that must hold, in one run: lint, build, unit and contract tests, floors, browsers.
 * Ends with what failed, by name, one line of counts, and a failing exit code when anything failed or
 * nothing ran.
 * Browser tests take one page at a time, and half of two cores: other tests run beside them.
 * `WAYPOST_SKIP_BROWSER=1` leaves the browser tests out, `CHROME_PATH` names the browser.
 */
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { findChromium, howToInstall, installChromium } from './chromium.mjs'
import { countsOf, filesOf, nameOf } from './test-all/counts.mjs'

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
/** More than a few are no accident. */
const mostAgain = 4
const total = { passed: 0, failed: 0, skipped: 0 }
/** Of all steps, by name. */
const wrong = []

const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exit(128 + constants.signals[signal])
  })
}

/** Where a step says what it has to say: at once, or, of two that run at a time, when asked to. */
const atOnce = { out: 'inherit', say: (text) => console.log(text) }
function later(name) {
  const path = join(reports, `${name}.txt`)
  const out = openSync(path, 'a')
  const say = (text) => void writeSync(out, `${text}\n`)
  return { out, say, tell: () => process.stdout.write(readFileSync(path)) }
}

/** Runs one command to its end; true when it went well. */
function succeeds({ out, say }, command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...ours, ...env },
    stdio: ['inherit', out, out],
    shell: process.platform === 'win32',
    timeout: longest,
  })
  running.add(child)
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`${command} did not start: ${error.message}`)
      resolve(false)
    })
    child.on('exit', (code) => {
      running.delete(child)
      resolve(code === 0)
    })
  })
}

const asOneTest = (ok) => ({ passed: Number(ok), failed: Number(!ok), skipped: 0, wrong: [] })

/** What a runner wrote down. A runner that failed without a failed test, or ran none, counts as one failure. */
function counted(ok, report, { say }, read) {
  try {
    const counts = read(JSON.parse(readFileSync(report, 'utf8')))
    if (ok && counts.passed > 0) return counts
    return { ...counts, failed: Math.max(counts.failed, 1) }
  } catch {
    say('No report was written.')
    return asOneTest(false)
  }
}

let reportsWritten = 0
const newReport = () => join(reports, `${(reportsWritten += 1)}.json`)

const vitest =
  (...paths) =>
  async (place) => {
    const report = newReport()
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const chromium = findChromium()
    const env = chromium ? { CHROME_PATH: chromium } : {}
    const ok = await succeeds(place, 'vitest', ['run', ...paths, ...reporters], env)
    return counted(ok, report, place, (json) => countsOf(json, root))
  }

const isWithoutBrowser = process.env.WAYPOST_SKIP_BROWSER === '1'

const browser =
  (...files) =>
  async (place) => {
    if (isWithoutBrowser) return skipped(place, 'WAYPOST_SKIP_BROWSER is set.')
    const chromium = findChromium()
    if (!chromium) return skipped(place, `there is no browser here; ${howToInstall}.`)
    const report = newReport()
    const env = { CHROME_PATH: chromium, WAYPOST_TEST_REPORT: report }
    const ok = await succeeds(place, 'wtr', files.length > 0 ? ['--files', ...files] : [], env)
    return counted(ok, report, place, (counts) => counts)
  }

function skipped({ say }, why) {
  say(`Skipped: ${why}`)
  return { passed: 0, failed: 0, skipped: 1, wrong: [] }
}

/** A few rounds of the harnesses that `pnpm proof` runs whole. */
async function proofs(place) {
  if (!existsSync(join(root, '../shared/security')))
    return skipped(place, '../shared/security is not here.')
  return asOneTest(await succeeds(place, 'node', ['scripts/proof.mjs', '--short']))
}

async function step(title, work, place = atOnce) {
  place.say(`\n── ${title}`)
  const start = performance.now()
  const counts = await work(place)
  for (const key of Object.keys(total)) total[key] += counts[key]
  wrong.push(...counts.wrong)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  place.say(`── ${title}: ${counts.failed ? 'failed' : 'done'} in ${seconds} s`)
}

const lint =
  (command, ...args) =>
  async (place) =>
    asOneTest(await succeeds(place, command, args))

await step('Format and lint: Biome', lint('biome', 'check', '.'))
await step('Lint: oxlint', lint('oxlint'))
await step('Types and bundles', async () => asOneTest(build()))
if (!isWithoutBrowser && !findChromium()) installChromium()

const aside = later('aside')
const besides = step('Browser tests', browser(), aside)
await step('Floors, documents, packages', vitest('scripts/'))
await step('Unit and contract tests', vitest('packages/'))
await besides
aside.tell()
// They look at how long a server takes, and want the machine to themselves.
await step('Kill and fuzz rounds', proofs)
await step('Examples', vitest('examples/'))

const unsteady = await atSecondTry()
rmSync(reports, { recursive: true, force: true })

for (const [title, names] of [
  ['Failed', wrong],
  ['Failed beside other tests, and not by themselves: unsteady, to be mended', unsteady],
]) {
  if (names.length > 0) console.log(`\n${title}:\n${names.map(nameOf).join('\n')}`)
}
const { passed, failed } = total
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
const more = Object.entries({ skipped: total.skipped, unsteady: unsteady.length })
  .filter(([, count]) => count > 0)
  .map(([word, count]) => `, ${count} ${word}`)
console.log(`\n${passed} passed, ${failed} failed${more.join('')}`)

/**
 * What failed where two things run at a time may only have been late: a file of it runs once more, by
 * itself, and its tests have failed when one of them fails again. Resolves with those that have not.
 */
async function atSecondTry() {
  const tried = filesOf(wrong)
  if (tried.length === 0 || tried.length > mostAgain) return []
  const still = []
  for (const { file, isOfBrowser } of tried) {
    console.log(`\n── Once more, by itself: ${file}`)
    const counts = await (isOfBrowser ? browser(file) : vitest(file))(atOnce)
    if (counts.failed > 0) still.push(file)
  }
  const passed = wrong.filter(({ file }) => !still.includes(file))
  wrong.splice(0, wrong.length, ...wrong.filter(({ file }) => still.includes(file)))
  total.failed -= passed.length
  total.passed += passed.length
  return passed
}
