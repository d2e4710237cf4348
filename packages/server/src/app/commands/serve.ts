import { scriptTag } from '../../http/script-tag.js'
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
    out.write(welcome(server.world, config.publicUrl ?? server.url, config.content))
    await stopped
    await server.close()
    return 0
  },
}

/** What to open, what to paste, and whom it lets in. */
function welcome({ synced, index, sites }: World, url: string, content?: string): string {
  const { key, origins } = sites.main
  const locales = [...index.locales(key)].sort().join(', ')
  const inLocales = locales && `in ${locales}`
  const elsewhere = content && 'kept in step with their folder by another node'
  const articles = synced
    ? `${[synced.articles, inLocales].filter(Boolean).join(' ')}, from ${content}`
    : [inLocales, elsewhere].filter(Boolean).join(', ') || 'none yet'
  // The server's own address stands last, and need not be told.
  const pages = origins.slice(0, -1).map((origin) => PLACES[origin] ?? origin)
  return `
  Waypost is ready: ${url}

  Open it to try the widget, and paste this before </body> of your own page:
  ${scriptTag(url, key)}

  Help centre  ${url}/help
  Articles     ${articles}
  Pages        ${pages.join(', ') || 'none but its own'} (\`origins\` in the configuration)

`
}

const PLACES: Readonly<Record<string, string>> = {
  loopback: 'any port of this machine',
  file: 'files',
}
