import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { loadConfig, startServer } from '@waypost/server'
import { createDemoRoutes } from './demo-routes.js'
import { createHostPages } from './host-pages.js'
import { identitySecret } from './identity-secret.js'
import { startOrdersDesk } from './orders-desk.js'

export const siteKey = 'tidemark'
export const issuer = 'https://app.tidemark.example'

const content = fileURLToPath(new URL('../content', import.meta.url))
const file = fileURLToPath(new URL('../waypost.config.js', import.meta.url))
/** Both sides of it are in this process; elsewhere it stands in a file that both can read. */
const ordersSecret = randomBytes(32).toString('hex')

/**
 * Only what somebody should look at: this terminal belongs to who tries the demo.
 *
 * @type {import('@waypost/server').StartServerOptions['log']}
 */
const log = {
  info() {},
  warn: (message, facts) => console.warn(message, facts),
  error: (message, facts) => console.error(message, facts),
}

/**
 * Starts Waypost for the site of Tidemark, with the pages of Tidemark in front of it. Throws one
 * readable line when it cannot, such as for a taken port.
 *
 * @param {object} options
 * @param {string} options.data folder where everything is kept
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.port] instead of `PORT`; 0 takes any
 */
export async function startTidemark({ data, env = process.env, port }) {
  const flags = { data, content, ...(port !== undefined && { port }) }
  const config = await loadConfig({ flags, env, folder: process.cwd(), file })
  const secret = await identitySecret(config.data)
  const desk = await startOrdersDesk(ordersSecret)
  const sites = config.sites.map((site) => ({
    ...site,
    identity: { issuer, keys: [{ alg: /** @type {const} */ ('HS256'), secret }] },
    orders: { url: desk.url, secret: ordersSecret },
  }))
  const routes = createDemoRoutes({ secret, siteKey, issuer })
  const pages = createHostPages()
  try {
    const server = await startServer({
      config: { ...config, sites },
      env,
      log,
      hostPages: async (request) => (await routes(request)) ?? pages(request),
    })
    const close = () => server.close().finally(desk.close)
    return { ...server, close }
  } catch (error) {
    await desk.close()
    throw error
  }
}
