import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePort } from '../app/free-port.js'

const main = fileURLToPath(new URL('../../dist/app/main.js', import.meta.url))

export interface Said {
  code: number | null
  out: string
  err: string
}

export interface RunOptions {
  cwd: string
  env?: Record<string, string>
  /** `false`: what it says goes into a closed pipe. */
  isHeard?: boolean
  /** Gets the signal as soon as it has written anything to its errors or its progress. */
  signal?: NodeJS.Signals
}

/** Runs the built `waypost` as its own process, to its end. */
export async function waypost(args: readonly string[], options: RunOptions): Promise<Said> {
  const { cwd, env = {}, isHeard = true, signal } = options
  const child = start(args, cwd, env)
  const said = listen(child)
  if (!isHeard) child.stdout?.destroy()
  if (signal) child.stderr?.once('data', () => child.kill(signal))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out: said.out(), err: said.err() }
}

/** A server as its own process; resolves when it is ready. */
export async function serving(
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string>; port?: number },
) {
  const { cwd, env = {} } = options
  const port = options.port ?? (await freePort('127.0.0.1'))
  const child = start(['serve', '--port', String(port), ...args], cwd, env)
  const said = listen(child)
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = `http://127.0.0.1:${port}`
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said.err()}`)
    return fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  }, 30)
  return {
    url,
    port,
    out: said.out,
    err: said.err,
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal)
      return gone
    },
  }
}

/** Asks again until the answer is yes; ten seconds at most, unless said. */
export async function until(isSo: () => Promise<boolean>, seconds = 10): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It did not come true within ${seconds} seconds`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

function start(args: readonly string[], cwd: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    cwd,
    env: { ...process.env, PORT: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function listen(child: ChildProcess) {
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  return { out: () => out, err: () => err }
}
