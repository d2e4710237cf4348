/**
 * The long proofs: `pnpm proof` after `pnpm build`. Those of kills of one server, fuzzing and
 * injection are harnesses that nobody here wrote; they read `../shared/security` and are passed over
 * where it is absent. `--short` runs a few rounds of each, for every test run, and leaves out the HTML,
 * other browsers, mails and uploads.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const place = join(here, '../../shared/security')
/** A copy inside our own tree: there the tools find the packages that they import. */
const copy = join(here, '../node_modules/.cache/security')
const short = process.argv.includes('--short')
const kills = short ? 4 : 200

/** Tool, configuration, arguments, and the line without which nothing was proved. */
const proofs = [
  ['durability.mjs', 'durability.json', ['--rounds', kills], `DURABILITY kills ${kills},`],
  ...(short ? [1] : [1, 2, 3, 4, 5]).map((seed) => [
    ...['api-fuzz.mjs', 'api-fuzz.json'],
    ['--max', short ? 800 : 3000, '--seed', seed],
    'failures 0 ',
  ]),
  ...(short ? [] : [['xss.mjs', 'xss.json', [], 'failed 0, executed 0']]),
]

for (const own of short
  ? []
  : ['html.mjs', 'engines.mjs', 'mails.mjs', 'tours.mjs', 'uploads.mjs']) {
  console.log(`\n${own}`)
  const { code } = await run([join(here, 'proof', own)])
  if (code !== 0) process.exitCode = 1
}
if (!short) {
  console.log('\nhelp and ask: every rule of axe in every language, light and dark')
  const vitest = join(here, '../node_modules/vitest/vitest.mjs')
  const pages = ['examples/tidemark/help.test.ts', 'examples/tidemark/ask.test.ts']
  await prove([vitest, 'run', ...pages], ' passed', { WAYPOST_WHOLE: '1' })
}
const killsOfTwo = short ? 2 : kills
console.log(`\ntwo-nodes.ts ${killsOfTwo}`)
const twoNodes = join(here, 'proof/two-nodes.ts')
await prove(['--conditions=@waypost/source', '--import', 'tsx', twoNodes, killsOfTwo], 'TWO NODES')
// The short one has a kill, cuts, a second tab, no network, and goes out with the panel closed.
const sequences = short ? [1, '--seed', 17_829] : [200]
console.log(`\nchaos.ts ${sequences.join(' ')}`)
const chaos = join(here, 'proof/chaos.ts')
await prove(['--conditions=@waypost/source', '--import', 'tsx', chaos, ...sequences], 'CHAOS')
if (!short) {
  console.log('\nerase.ts 40')
  const erase = join(here, 'proof/erase.ts')
  await prove(['--conditions=@waypost/source', '--import', 'tsx', erase, 40], ': 0 traces in ')
  console.log('\nstreams.ts 1000 20')
  const streams = join(here, 'proof/streams.ts')
  const args = ['--conditions=@waypost/source', '--import', 'tsx', streams, 1000, 20]
  await prove(args, 'STREAMS two servers, PostgreSQL')
}
if (!existsSync(place)) {
  console.log('Skipped: ../shared/security is not here, and the kill and fuzz rounds read it.')
} else {
  rmSync(copy, { recursive: true, force: true })
  cpSync(place, copy, { recursive: true, dereference: true })
  const harness = join(copy, 'harness')
  for (const [tool, config, args, proof] of proofs) {
    console.log(`\n${tool} ${args.join(' ')}`)
    await prove([join(harness, tool), join(here, 'proof', config), ...args], proof)
  }
}

/** Runs a proof, which must end well and say what it has proved. */
async function prove(args, proof, env = {}) {
  const { code, text } = await run(args, env)
  if (code === 0 && text.includes(proof)) return
  if (code === 0) console.error(`It ended well, but never said "${proof}".`)
  process.exitCode = 1
}

function run(args, more = {}) {
  const env = { ...process.env, ...more }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
    process.stdout.write(chunk)
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })))
}
