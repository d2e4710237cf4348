/**
 * Builds what has changed and serves Tidemark, an app with the widget on it, on `PORT` or 8787.
 * What it keeps stands in `.waypost/demo`; delete that folder to begin anew.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

console.log('2/3 building')
if (!build()) {
  console.error('The demo could not be built; what is wrong stands above.')
  process.exit(1)
}

console.log('3/3 starting')
const server = spawn(process.execPath, ['examples/tidemark/server.js'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  // What a shell names for something else is not for a demo to write to.
  env: { ...process.env, DATABASE_URL: '' },
  stdio: 'inherit',
  // In a group of its own the server hears Ctrl-C once, from us, and not also from the terminal.
  detached: process.platform !== 'win32',
})

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
