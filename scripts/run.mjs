/**
 * Runs `scripts/<name>.mjs` on a machine that has Node and npm and nothing else.
 *
 * `npm start` and `npm test` come through here: the pinned pnpm is used where it is installed and
 * fetched by npx where it is not, dependencies follow the lockfile, and the script then runs in
 * this very process, so that signals and exit codes are its own. Writes only to the checkout and
 * to the caches of npm and pnpm.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findPnpm } from './find-pnpm.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Waypost needs Node 20.19 or newer, this is ${process.version}: https://nodejs.org`)
  process.exit(1)
}

/** Told to stop, npm tells the shell that it put between us, and that tells nobody: see it go. */
const parent = process.ppid
const look = () => process.ppid === parent || process.kill(process.pid, 'SIGTERM')
if (process.env.npm_lifecycle_event) setInterval(look, 500).unref()

const root = fileURLToPath(new URL('..', import.meta.url))
const text = (path) => {
  try {
    return readFileSync(root + path, 'utf8')
  } catch {
    return ''
  }
}

const pnpm = findPnpm(root)
const installed = text('node_modules/.pnpm/lock.yaml') === text('pnpm-lock.yaml')
const args = ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false']
if (installed) args.push('--loglevel=warn')

const script = process.argv[2] ?? 'demo'
if (script === 'demo') console.log('1/3 installing')
const child = spawn(pnpm.command, [...pnpm.args, ...args], {
  cwd: root,
  env: pnpm.env,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
child.on('error', (error) => {
  console.error(`${pnpm.command} did not start: ${error.message}`)
  process.exit(1)
})
child.on('exit', async (code) => {
  if (code === 0) await import(new URL(`${script}.mjs`, import.meta.url))
  else process.exit(code ?? 1)
})
