/**
 * Builds what has changed: types and modules of every package by `tsc`, then the bundle of every
 * package that has a Vite configuration, then what the server sends of them, compressed. `node scripts/build.mjs --all` bundles what is fresh, too.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = join(root, 'packages')
const bin = join(root, 'node_modules/.bin')
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }

function runs(command, args, cwd) {
  const shell = process.platform === 'win32'
  return spawnSync(command, args, { cwd, env, stdio: 'inherit', shell }).status === 0
}

/** When the newest of these files changed, folders and all; 0 when there is none. */
function newest(...paths) {
  const changes = paths.map((path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
    return newest(...readdirSync(path).map((name) => join(path, name)))
  })
  return Math.max(0, ...changes)
}

/** Where bundles stand; modules that `tsc` has made in the same folder would look like fresh ones. */
const bundlesOf = { sdk: 'dist/script' }

/** A bundle holds the package and, by the workspace, parts of the SDK. */
function isFresh(folder) {
  const place = join(folder, bundlesOf[basename(folder)] ?? 'dist')
  if (!existsSync(place)) return false
  const bundles = readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(place, entry.name))
  const configs = configsOf(folder).map((name) => join(folder, name))
  return newest(...bundles) > newest(...configs, join(folder, 'src'), join(packages, 'sdk/src'))
}

/** One for each set of bundles. */
function configsOf(folder) {
  return readdirSync(folder).filter((name) => /^vite[.](\w+[.])?config[.]ts$/.test(name))
}

function bundle(folder) {
  const options = (config) => ['build', '--logLevel=warn', '--config', config]
  return configsOf(folder).every((name) => runs('vite', options(name), folder))
}

/** Where `tsc` puts what it makes of `src`. */
const modulesOf = { widget: 'dist/types' }

/** What `tsc` has made of sources that are gone would still be packed: it goes, too. */
function sweep(folder) {
  const place = join(folder, modulesOf[basename(folder)] ?? 'dist')
  for (const path of readdirSync(place, { recursive: true })) {
    const [, module] = /^(.+?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(path) ?? []
    const isBundle = join(place, path).startsWith(join(folder, 'dist/script'))
    if (module === undefined || isBundle) continue
    const hasSource = existsSync(join(folder, 'src', `${module}.ts`))
    if (!hasSource || path.endsWith('.d.ts.map')) rmSync(join(place, path))
  }
}

/** A module of its own: the server that it asks has only now been built. */
const prepare = () => runs('node', [join(root, 'scripts/prepare-widget.mjs')], root)

/** True when everything could be built; what could not has then said why. */
export function build({ all = false } = {}) {
  if (!runs('tsc', ['-b'], root)) return false
  const folders = readdirSync(packages).map((name) => join(packages, name))
  folders.forEach(sweep)
  const stale = folders.filter(
    (folder) => configsOf(folder).length > 0 && (all || !isFresh(folder)),
  )
  return stale.every(bundle) && prepare()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!build({ all: process.argv.includes('--all') })) process.exitCode = 1
}
