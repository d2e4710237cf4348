/**
 * Tidemark and Waypost on one address: `node server.js` after `pnpm build`. Listens on `PORT` or
 * 8787 and keeps everything in `.waypost/demo`; delete that folder to begin anew.
 */
import { fileURLToPath } from 'node:url'
import { stopSignal } from '@waypost/server'
import { startTidemark } from './server/start-tidemark.js'

// From the very start: a stop that comes while the server is starting counts too.
const stopped = stopSignal()

try {
  const data = fileURLToPath(new URL('../../.waypost/demo', import.meta.url))
  const server = await startTidemark({ data })
  process.stdout.write(welcome(server.url))
  await stopped
  await server.close()
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map((line) => `[tidemark] ${line}\n`)
  // Whatever had been started already must not keep the process.
  process.stderr.write(lines.join(''), () => process.exit(1))
}

/** @param {string} url */
function welcome(url) {
  return `
  Tidemark is open for business, with Waypost in its corner.

  The app       ${url}/
  Help centre   ${url}/help
  Search        ${url}/v1/search?q=reminder
  Add an agent  npm run waypost -- agent add you@example.com --role admin --data .waypost/demo

  Ctrl-C stops it. What you do is kept in .waypost/demo.

`
}
