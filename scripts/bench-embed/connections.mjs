/**
 * What `crossorigin` on the script tag is worth: `node scripts/bench-embed/connections.mjs [rounds]`, of
 * what has been built. The window is opened by a first click, over a line of 150 ms there and back on which
 * a new connection costs one way there and back more, as TCP does; TLS would cost another.
 */
import { once } from 'node:events'
import { createServer as createHost } from 'node:http'
import { connect, createServer } from 'node:net'
import { loadavg } from 'node:os'
import { chromium } from 'playwright-core'
import { findChromium } from '../chromium.mjs'
import { startDemoServer } from '../demo-server.mjs'

const ROUNDS = Number(process.argv[2] ?? 5)
const RTT = 150

const waypost = await startDemoServer()
let connections = 0
const line = createServer(lead).listen(0, '127.0.0.1')
await once(line, 'listening')
const script = `http://127.0.0.1:${line.address().port}/waypost.js`

const table = {}
const tags = { without: '<script async', 'with crossorigin': '<script async crossorigin' }
for (const [name, tag] of Object.entries(tags)) {
  const runs = []
  for (let round = 0; round < ROUNDS; round++)
    runs.push(await open(`${tag} src="${script}"></script>`))
  const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[ROUNDS >> 1]
  table[name] = { 'open ms': Math.round(median('ms')), 'new connections': median('connections') }
}
console.table(table)
console.log(`Medians of ${ROUNDS}; load ${loadavg()[0].toFixed(1)}`)
line.close()
await waypost.close()
process.exit()

/** One connection to the server over the line. */
function lead(client) {
  connections += 1
  const { hostname, port } = new URL(waypost.url)
  const server = connect(Number(port), hostname)
  const begun = performance.now()
  client.on('data', (bytes) => {
    // The handshake: what is said first has waited for the connection.
    const way = Math.max(RTT / 2, RTT * 1.5 - (performance.now() - begun))
    setTimeout(() => server.write(bytes), way)
  })
  server.on('data', (bytes) => setTimeout(() => client.write(bytes), RTT / 2))
  for (const [one, other] of [
    [client, server],
    [server, client],
  ]) {
    one.on('close', () => other.destroy()).on('error', () => {})
  }
}

/** One visit by somebody whose browser has nothing of us yet. */
async function open(tag) {
  const page = `<!doctype html><html lang="en"><title>Host</title><h1>Host</h1>${tag}`
  const host = createHost((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page)
  }).listen(0, '127.0.0.1')
  await once(host, 'listening')
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const visit = await browser.newPage()
  await visit.goto(`http://localhost:${host.address().port}`)
  await visit.locator('waypost-launcher button').waitFor()
  await visit.waitForTimeout(1_000)
  const before = connections
  const ms = await visit.evaluate(clickAndLook)
  await visit.locator('waypost-home-view').waitFor()
  await browser.close()
  host.close()
  return { ms, connections: connections - before }
}

/** Runs in the page: milliseconds from the click until the window is open. */
function clickAndLook() {
  const start = performance.now()
  document.querySelector('waypost-launcher').shadowRoot.querySelector('button').click()
  return new Promise((tell) => {
    requestAnimationFrame(function look() {
      const window = document.querySelector('waypost-window')?.shadowRoot
      if (window?.querySelector('dialog[open]')) tell(performance.now() - start)
      else requestAnimationFrame(look)
    })
  })
}
