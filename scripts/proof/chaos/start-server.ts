import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAgentClient } from '../../../packages/sdk/src/client/index.js'
import { freePort } from '../../../packages/server/src/app/free-port.js'

const program = fileURLToPath(new URL('tidemark.mjs', import.meta.url))
const AGENT = 'agent-token-of-the-chaos-proof'

/** A server that can be killed at any time, and is started again on the same folder and port. */
export async function startServer() {
  const data = mkdtempSync(join(tmpdir(), 'waypost-chaos-'))
  const port = await freePort('127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let starting = start()
  await starting

  async function start(): Promise<void> {
    const own = spawn(process.execPath, [program, data, String(port)], {
      env: { ...process.env, WAYPOST_UNLIMITED: '1', WAYPOST_AGENT_TOKEN: AGENT, DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = own
    await new Promise<void>((resolve, reject) => {
      own.stdout?.once('data', () => resolve())
      own.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
    })
  }

  function kill(): Promise<void> {
    const own = child
    child = undefined
    if (!own || own.exitCode !== null) return Promise.resolve()
    const gone = new Promise<void>((resolve) => own.once('exit', () => resolve()))
    own.kill('SIGKILL')
    return gone
  }

  return {
    url,
    agent: createAgentClient({ baseUrl: url, token: AGENT }),

    /** Dies at once, and is there again when this is done. */
    async killAndStart(back: number): Promise<void> {
      await starting
      starting = kill()
        .then(() => new Promise((resolve) => setTimeout(resolve, back)))
        .then(start)
      await starting
    },

    /** Waits for a start that is on its way. */
    ready: () => starting,

    async end(): Promise<void> {
      await starting.catch(() => {})
      await kill()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export type Server = Awaited<ReturnType<typeof startServer>>
