/** Tidemark on a port and in a folder of its own, for what looks at its pages from outside. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Starts what has been built; `close` takes the folder away, too. */
export async function startDemoServer() {
  const { startTidemark } = await import('../examples/tidemark/server/start-tidemark.js')
  const data = mkdtempSync(join(tmpdir(), 'waypost-demo-'))
  const leave = () => rmSync(data, { recursive: true, force: true })
  try {
    // A port that is known before, because pages name the address of the server.
    const env = { WAYPOST_UNLIMITED: '1', PORT: String(await freePort()) }
    const server = await startTidemark({ data, env })
    return { ...server, close: () => server.close().finally(leave) }
  } catch (error) {
    leave()
    throw error
  }
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
