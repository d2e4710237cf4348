import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadKeys } from '../../adapters/tokens/keys.js'
import { systemClock } from '../../foundation/clock.js'
import { createLogger } from '../../foundation/logger.js'
import { createListener } from '../../http/listen.js'
import { CliError } from '../cli-error.js'
import { compose, type World } from '../compose.js'
import type { Config } from '../config-schema.js'
import { localDoor } from '../local-door.js'
import { openStorage } from '../open-storage.js'
import type { Command } from './command.js'

/** How long calls that are under way may take when the server is asked to stop. */
const GRACE = 10_000

export const serve: Command = {
  usage: 'serve',
  summary: 'serve the API, the widget and the articles of a folder',
  async run({ config: readConfig, env, out, err }) {
    const config = await readConfig()
    // From the very start: a stop that comes while the server is starting counts too.
    const stopped = stopSignal()
    const log = createLogger({ write: (line) => err.write(line), now: () => new Date() })
    const storage = await openStorage(config)
    try {
      const keys = await loadKeys(config.data, env.WAYPOST_KEYS)
      const world = await compose({ config, storage, keys, clock: systemClock, log })
      if (config.agentToken) {
        const { agentToken: token } = config
        await world.agents.ensure({ email: 'agent@localhost', role: 'admin', token })
      }
      world.app.post('/local/:operation', localDoor(world, storage.localToken))
      const server = createListener(world.app.fetch)
      const url = await listen(server, config)
      await storage.setUrl(url)
      out.write(welcome(world, config.publicUrl ?? url))
      await stopped
      world.stopSoon()
      await stopServing(server)
      await world.close()
      return 0
    } catch (error) {
      await storage.close().catch(() => {})
      throw error
    }
  },
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

function welcome({ synced, index, sites }: World, url: string): string {
  const locales = index.locales(sites.main.key)
  const content = synced ? `${synced.articles} articles` : 'no content folder'
  const inLocales = locales.length > 0 ? ` in ${[...locales].sort().join(', ')}` : ''
  return [
    '',
    `  Waypost is ready: ${url}`,
    `  Serving ${content}${inLocales}`,
    `  Try ${url}/v1/search?q=invoice`,
    '',
    '',
  ].join('\n')
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

async function stopServing(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearTimeout(late)
}
