/**
 * Runs `scripts/<name>.mjs` on a machine that has Node and npm and nothing else.
 *
 * `npm start` and `npm test` come through here: the pinned pnpm is used where it is installed and
 * fetched by npx where it is not, dependencies follow the lockfile, and the script then runs in
 * this very process, so that signals and exit codes are its own. Writes only to the checkout and
 * to the caches of npm and pnpm.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

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

/** Keeps pnpm from switching its version and corepack from downloading one: both write elsewhere. */
const still = { COREPACK_ENABLE_NETWORK: '0', npm_config_manage_package_manager_versions: 'false' }
const quiet = { ...process.env, npm_config_update_notifier: 'false' }
const pinned = JSON.parse(text('package.json')).packageManager.split('+')[0]
const probe = { cwd: root, env: { ...quiet, ...still }, shell: true }
const found = `pnpm@${spawnSync('pnpm --version', probe).stdout}`.trim() === pinned

const installed = text('node_modules/.pnpm/lock.yaml') === text('pnpm-lock.yaml')
const args = ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false']
if (installed) args.push('--loglevel=warn')
const install = found ? ['pnpm', ...args] : ['npx', '--yes', pinned, ...args]

const script = process.argv[2] ?? 'demo'
if (script === 'demo') console.log('1/3 installing')
const child = spawn(install[0], install.slice(1), {
  cwd: root,
  env: found ? probe.env : quiet,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
child.on('error', (error) => {
  console.error(`${install[0]} did not start: ${error.message}`)
  process.exit(1)
})
child.on('exit', async (code) => {
  if (code === 0) await import(new URL(`${script}.mjs`, import.meta.url))
  else process.exit(code ?? 1)
})
