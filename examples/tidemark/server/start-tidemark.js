import { fileURLToPath } from 'node:url'
import { loadConfig, startServer } from '@waypost/server'
import { createDemoRoutes } from './demo-routes.js'
import { createHostPages } from './host-pages.js'
import { identitySecret } from './identity-secret.js'

export const siteKey = 'tidemark'
export const issuer = 'https://app.tidemark.example'

const content = fileURLToPath(new URL('../content', import.meta.url))

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
  const config = await loadConfig({ flags, env, folder: process.cwd() })
  const secret = await identitySecret(config.data)
  /** @type {(typeof config.sites)[number]} */
  const site = {
    key: siteKey,
    name: 'Tidemark',
    origins: ['loopback'],
    defaultLocale: 'en',
    theme: { accent: '#0b7a75', font: null, radius: null, logo: null },
    mode: 'self-service',
    kinds: ['question', 'problem', 'complaint', 'feedback'],
    replyHours: 4,
    attachments: { maxBytes: 10_485_760, maxCount: 5, quota: 1_073_741_824 },
    proofOfWork: 'under-load',
    identity: { issuer, keys: [{ alg: 'HS256', secret }] },
  }
  const routes = createDemoRoutes({ secret, siteKey, issuer })
  const pages = createHostPages()
  return startServer({
    config: { ...config, sites: [site] },
    env,
    log,
    hostPages: async (request) => (await routes(request)) ?? pages(request),
  })
}
