/**
 * Waypost on a bare page for the script-injection harness: `window.__render(site, payload)` puts a
 * payload where customers, agents and authors put words, and opens the panel there.
 */
import { readFileSync } from 'node:fs'
import { loadConfig, startServer, stopSignal } from '../../../packages/server/dist/app/index.js'

const [data, port] = process.argv.slice(2)
const page = readFileSync(new URL('page.html', import.meta.url))
const script = readFileSync(new URL('page.js', import.meta.url))
const stopped = stopSignal()
const config = await loadConfig({ flags: { data, port, unlimited: true }, env: {}, folder: '.' })
const log = { info() {}, warn() {}, error: console.error }
const server = await startServer({ config, env: {}, log, hostPages })
const { token } = await server.world.agents.add({
  email: 'kim@example.test',
  name: 'Kim',
  role: 'agent',
})
await stopped
await server.close()

async function hostPages(request) {
  const { pathname } = new URL(request.url)
  if (pathname === '/xss.html') return answer(page, 'text/html; charset=utf-8')
  if (pathname === '/xss.js') return answer(script, 'text/javascript')
  if (pathname === '/xss/token') return answer(token, 'text/plain')
  if (pathname !== '/xss/article') return undefined
  const { refused } = await server.world.importArticles('default', [await request.json()])
  return new Response(null, { status: refused.length > 0 ? 422 : 204 })
}

function answer(body, type) {
  return new Response(body, { headers: { 'Content-Type': type } })
}
