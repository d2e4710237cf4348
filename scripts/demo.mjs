/**
 * Builds what has changed and serves the demo help centre, on `PORT` or 8787.
 * What it keeps stands in `.waypost/demo`; delete that folder to begin anew.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules/.bin')
const windows = process.platform === 'win32'
const at = (path) => join(root, path)

/** When the newest file under the given paths changed; 0 when there is none. */
function newest(...paths) {
  const changes = paths.map((path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
    return newest(...readdirSync(path).map((name) => join(path, name)))
  })
  return Math.max(0, ...changes)
}

function build(title, command, args, cwd = root) {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
  const { status } = spawnSync(command, args, { cwd, env, stdio: 'inherit', shell: windows })
  if (status === 0) return
  console.error(`${title} could not be built; what is wrong stands above.`)
  process.exit(status ?? 1)
}

console.log('2/3 building')
build('The packages', 'tsc', ['-b'])
const widget = at('packages/widget')
const bundle = join(widget, 'dist/waypost-search.js')
const sources = ['packages/widget/src', 'packages/widget/vite.config.ts', 'packages/sdk/src']
if (newest(bundle) < newest(...sources.map(at))) {
  build('The widget', 'vite', ['build', '--logLevel=warn'], widget)
}

console.log('3/3 starting')
const port = process.env.PORT ?? '8787'
const content = 'examples/tidemark/content'
const main = 'packages/server/dist/app/main.js'
const server = spawn(
  process.execPath,
  [main, 'serve', '--data', '.waypost/demo', '--content', content, '--port', port],
  // In a group of its own the server hears Ctrl-C once, from us, and not also from the terminal.
  { cwd: root, stdio: 'inherit', detached: !windows },
)
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!stopping) server.kill(signal)
    stopping = true
  })
}
server.on('exit', (code, signal) => {
  process.exit(stopping ? 0 : (code ?? 128 + constants.signals[signal]))
})
