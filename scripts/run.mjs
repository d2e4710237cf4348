/**
 * Runs a script of this workspace on a machine that has Node and npm and nothing else.
 *
 * `npm start` and `npm test` come through here: the pinned pnpm is used where it is installed and
 * fetched by npx where it is not, dependencies follow the lockfile, and the script's exit code
 * becomes ours. Writes only to the checkout and to the caches of npm and pnpm.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Waypost needs Node 20.19 or newer, this is ${process.version}: https://nodejs.org`)
  process.exit(1)
}

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
const windows = process.platform === 'win32'
const quiet = { ...process.env, npm_config_update_notifier: 'false' }

const pinned = JSON.parse(text('package.json')).packageManager.split('+')[0]
const probe = { cwd: root, env: { ...quiet, ...still }, shell: true }
const found = `pnpm@${spawnSync('pnpm --version', probe).stdout}`.trim() === pinned
const pnpm = found ? ['pnpm'] : ['npx', '--yes', pinned]
const options = { cwd: root, env: found ? probe.env : quiet, stdio: 'inherit', shell: windows }

/** Runs pnpm to its end and gives the exit code; signals are the child's to answer. */
function run(...args) {
  const [command, ...rest] = [...pnpm, ...args]
  const child = windows
    ? spawn([command, ...rest].join(' '), options)
    : spawn(command, rest, options)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

const script = process.argv[2] ?? 'demo'
const installed = text('node_modules/.pnpm/lock.yaml') === text('pnpm-lock.yaml')
if (script === 'demo') console.log('1/3 installing')
const install = ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false']
const code = await run(...install, ...(installed ? ['--loglevel=warn'] : []))
process.exitCode = code || (await run('--silent', 'run', script, ...process.argv.slice(3)))
