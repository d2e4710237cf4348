import type { World } from '../compose.js'
import { startServer } from '../start-server.js'
import { stopSignal } from '../stop-signal.js'
import type { Command } from './command.js'

export const serve: Command = {
  usage: 'serve',
  summary: 'serve the API, the widget and the articles of a folder',
  async run({ config: readConfig, env, out }) {
    // From the very start: a stop that comes while the server is starting counts too.
    const stopped = stopSignal()
    const config = await readConfig()
    const server = await startServer({ config, env })
    out.write(welcome(server.world, config.publicUrl ?? server.url))
    await stopped
    await server.close()
    return 0
  },
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
