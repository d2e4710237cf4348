/**
 * What opening the panel costs, for whoever makes it quicker: `node scripts/bench-embed/open-costs.mjs
 * [rounds]`, of what has been built. Clicked cold, and 300 and 900 ms after the pointer came, on a
 * processor four times slower and slow 4G; medians. CPU is time of the page's own thread, which
 * other work on the machine moves least; `pnpm bench:embed` is the one that compares.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { loadavg } from 'node:os'
import { chromium } from 'playwright-core'
import { findChromium } from '../chromium.mjs'
import { startDemoServer } from '../demo-server.mjs'

const ROUNDS = Number(process.argv[2] ?? 5)
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 93_750 }
const INTENTS = [0, 300, 900]

const waypost = await startDemoServer()
const page = `<!doctype html><html lang="en"><title>Host</title><h1>Host</h1>
  <script async crossorigin src="${waypost.url}/waypost.js"></script>`
const host = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end(page)
}).listen(0, '127.0.0.1')
await once(host, 'listening')
const address = `http://127.0.0.1:${host.address().port}`
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})

const table = {}
for (const intent of INTENTS) {
  const runs = []
  for (let round = 0; round < ROUNDS; round++) runs.push(await open(intent))
  const median = (name) => runs.map((run) => run[name]).sort((a, b) => a - b)[ROUNDS >> 1]
  const names = ['focusable ms', 'CPU ms', 'of it style', 'of it layout', 'kB']
  table[intent ? `after ${intent} ms` : 'cold'] = Object.fromEntries(
    names.map((name) => [name, Math.round(median(name) * 10) / 10]),
  )
}
console.table(table)
console.log(`Medians of ${ROUNDS}; load ${loadavg()[0].toFixed(1)}`)
await browser.close()
host.close()
await waypost.close()

/** One visit: near the launcher, a click, and what all of it took until the field could be focused. */
async function open(intent) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const visit = await context.newPage()
  const devtools = await context.newCDPSession(visit)
  let bytes = 0
  devtools.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength))
  await devtools.send('Network.enable')
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await visit.addInitScript(watch)
  await visit.goto(address)
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const launcher = visit.getByRole('button', { name: 'Help', exact: true })
  const { x, y } = await launcher.boundingBox()

  const costs = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (name) => metrics.find((metric) => metric.name === name).value * 1e3
  }
  const before = await costs()
  bytes = 0
  await visit.mouse.move(x + 9, y + 9)
  await new Promise((pause) => setTimeout(pause, intent))
  await visit.mouse.down()
  await visit.mouse.up()
  const focusable = await visit.evaluate(() =>
    Promise.race([window.focusable, new Promise((r) => setTimeout(() => r(99999), 8000))]),
  )
  const after = await costs()
  const kilobytes = bytes / 1e3
  await context.close()
  return {
    'focusable ms': focusable,
    'CPU ms': after('TaskDuration') - before('TaskDuration'),
    'of it style': after('RecalcStyleDuration') - before('RecalcStyleDuration'),
    'of it layout': after('LayoutDuration') - before('LayoutDuration'),
    kB: kilobytes,
  }
}

/** Runs in the page: tells how long after the press the field of the open panel can be focused. */
function watch() {
  const field = () => {
    const page = document
      .querySelector('waypost-window')
      ?.shadowRoot?.querySelector('dialog[open] .page > *')
    return page?.shadowRoot?.querySelector('input[type=search]')
  }
  window.focusable = new Promise((tell) => {
    addEventListener(
      'pointerdown',
      ({ timeStamp }) => {
        requestAnimationFrame(function look() {
          if (field()?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
            tell(performance.now() - timeStamp)
          } else requestAnimationFrame(look)
        })
      },
      { capture: true, once: true },
    )
  })
}
