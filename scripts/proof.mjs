/**
 * The long proofs, by harnesses that nobody here wrote: `pnpm proof`. They read `../shared/security`
 * and are passed over where it is absent. `--short` runs a few rounds of each, for every test run.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const harness = join(here, '../../shared/security/harness')
const short = process.argv.includes('--short')

const proofs = [
  ['durability.mjs', 'durability.json', ['--rounds', short ? '4' : '50']],
  ['api-fuzz.mjs', 'api-fuzz.json', ['--max', short ? '800' : '3000']],
]

if (!existsSync(harness)) {
  console.log('Skipped: ../shared/security is not here, and the kill and fuzz rounds read it.')
} else {
  for (const [tool, config, args] of proofs) {
    console.log(`\n${tool} ${args.join(' ')}`)
    const code = await run([join(harness, tool), join(here, 'proof', config), ...args])
    if (code !== 0) process.exitCode = 1
  }
}

function run(args) {
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  return new Promise((resolve) => child.on('exit', resolve))
}
