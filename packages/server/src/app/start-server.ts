import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Mailer } from '../domain/notifications/mailer.js'
import type { Storage } from '../domain/storage.js'
import { systemClock } from '../foundation/clock.js'
import { newId } from '../foundation/ids.js'
import { createLogger, type Logger } from '../foundation/logger.js'
import { createListener } from '../http/listen.js'
import { withFiles } from './carry-files.js'
import { CliError } from './cli-error.js'
import { compose, type World } from './compose.js'
import type { Config } from './config-schema.js'
import { freePort } from './free-port.js'
import { joinNodes } from './join-nodes.js'
import { keepBuilds } from './keep-builds.js'
import { keepSearch } from './keep-search.js'
import { localDoor } from './local-door.js'
import { openFiles, tryFiles } from './open-files.js'
import { openKeys } from './open-keys.js'
import { type OpenedStorage, openStorage } from './open-storage.js'
import { placeOfFiles } from './place-of-files.js'
import { writeLines } from './write-lines.js'

export interface StartServerOptions {
  config: Config
  env?: NodeJS.ProcessEnv
  log?: Logger
  /** What to stand on instead of the data folder or a database; closed with the server. */
  storage?: Storage
  /** What takes mails, instead of a folder of files. */
  mailer?: Mailer
  /**
   * Pages of a host that shares the address: asked first, and whatever it answers with `undefined`
   * is Waypost's to answer.
   */
  hostPages?(request: Request): Promise<Response | undefined>
}

export interface RunningServer {
  world: World
  /** Where it listens, without a slash at the end. */
  url: string
  /**
   * Says that no more calls should come and serves those that do for `stopDelay`, then finishes what
   * is under way, eight seconds at most, and lets go of the storage.
   */
  close(): Promise<void>
}

const logLine = writeLines(process.stderr)

/** How long calls that are under way may take when the server is asked to stop. */
const GRACE = 8_000

/** Opens the data folder, syncs the content and listens. Throws one readable line when it cannot. */
export async function startServer(options: StartServerOptions): Promise<RunningServer> {
  const { env = process.env, mailer, hostPages } = options
  const config = await withPort(options.config)
  const log = options.log ?? createLogger({ write: logLine, now: () => new Date() })
  const storage: OpenedStorage = options.storage ?? (await openStorage(config, log))
  let composed: World | undefined
  let listening: Server | undefined
  let nodes: { leave(): Promise<void> } | undefined
  try {
    const keys = await openKeys(config.data, env)
    const keeping = {
      keepBuild: keepBuilds({ folder: join(config.data, 'widget'), log }),
      keepSearch: keepSearch({ folder: join(config.data, 'search'), log }),
    }
    const clock = systemClock
    const node = newId('nod')
    nodes = await joinNodes({
      ...{ storage, id: node, keys: keys.keys, config, clock, log },
      files: storage.isAlone ? undefined : await placeOfFiles(config),
    })
    const files = await openFiles(config, env)
    void tryFiles(files, log)
    const world = await compose({
      ...{ config, storage, files, mailer, ...keys, clock, log, ...keeping, node },
    })
    composed = world
    if (config.agentToken) {
      const { agentToken: token } = config
      await world.agents.ensure({ email: 'agent@localhost', role: 'admin', token })
    }
    if (storage.localToken) {
      const { whole: takeWhole } = storage
      const whole = takeWhole && (() => withFiles(takeWhole(), files))
      world.app.post('/local/:operation', localDoor(world, storage.localToken, whole))
    }
    const server = createListener(
      hostPages
        ? async (request, bindings) =>
            (await hostPages(request)) ?? world.app.fetch(request, bindings)
        : world.app.fetch,
      world.isStopping,
    )
    const url = await listen(server, config)
    listening = server
    await storage.setUrl?.(url)
    return {
      world,
      url,
      async close() {
        world.stopSoon()
        if (config.stopDelay > 0) await pause(config.stopDelay * 1000)
        // What never ends by itself; whoever listened comes back, to another node or the next start.
        world.streams.end()
        await stopServing(server)
        await nodes?.leave()
        await world.close()
      },
    }
  } catch (error) {
    // What was begun must end, or the process would live on with nothing to serve.
    listening?.close()
    listening?.closeAllConnections()
    await nodes?.leave()
    await (composed ?? storage).close().catch(() => {})
    throw error
  }
}

/** The same configuration with the port that `0` leaves to the system. */
async function withPort(config: Config): Promise<Config> {
  if (config.port !== 0) return config
  const { host } = config
  const port = await freePort(host).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(listenFailure(error, host, 0), { cause: error })
  })
  return { ...config, port }
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CliError(listenFailure(error, host, port), { cause: error }))
    })
    server.listen(port, host, () => {
      const { port: actual } = server.address() as AddressInfo
      const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
      resolve(`http://${shown.includes(':') ? `[${shown}]` : shown}:${actual}`)
    })
  })
}

function listenFailure({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1}`
  }
  if (code === 'EACCES') return `Port ${port} needs rights that this user does not have.`
  return `Cannot listen on ${host}:${port} (${code}).`
}

async function stopServing(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A busy connection is idle for a moment after each answer: then it is let go.
  const idle = setInterval(() => server.closeIdleConnections(), 5)
  const late = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearTimeout(late)
  clearInterval(idle)
}
