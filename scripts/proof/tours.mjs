/**
 * A tour and a tip on every hostile host, by hand and by keyboard. Alone: `node scripts/proof/tours.mjs
 * [host …]` after `pnpm build`, a second each. `--pictures <folder>` keeps what was seen.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { createHostServer } from '../../examples/hostile-hosts/host-server.js'
import { hosts } from '../../examples/hostile-hosts/hosts.js'
import { findChromium } from '../chromium.mjs'
import { startDemoServer } from '../demo-server.mjs'

const { values, positionals } = parseArgs({
  options: { pictures: { type: 'string' } },
  allowPositionals: true,
})
if (values.pictures) mkdirSync(values.pictures, { recursive: true })
const visited =
  positionals.length > 0 ? hosts.filter(({ name }) => positionals.includes(name)) : hosts

const server = await startDemoServer()
const reports = []
const pages = createHostServer({ waypost: server.url, reports })
await new Promise((resolve) => pages.listen(0, '127.0.0.1', resolve))
const args = ['--no-sandbox', '--host-resolver-rules=MAP intranet.test 127.0.0.1']
const browser = await chromium.launch({ executablePath: findChromium(), args })
/** Those that keep the person to a dialog of theirs, and one where nobody can stay. */
const aside = ['modal-dialog', 'focus-trap', 'inert-siblings']
const nowhere = ['removes-strangers']
let passed = 0
for (const host of visited) {
  try {
    await visit(host)
    passed += 1
  } catch (error) {
    console.error(`${host.name}: ${error.message.split('\n').slice(0, 3).join(' ')}`)
  }
}
console.log(`TOURS passed ${passed} of ${visited.length}`)
process.exitCode = passed === visited.length ? 0 : 1
await browser.close()
pages.closeAllConnections()
pages.close()
await server.close()

async function visit({ name, domain = 'localhost', viewport, media = {}, complains }) {
  const context = await browser.newContext({
    viewport: viewport ?? { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...media,
  })
  const page = await context.newPage()
  const complaints = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !complains?.test(message.text()))
      complaints.push(message.text())
  })
  const told = (what, timeout = 5_000) =>
    page.waitForFunction((what) => globalThis.told?.includes(what), what, { timeout })
  const keep = async (step) => {
    if (values.pictures)
      await page.screenshot({ path: join(values.pictures, `${name}-${step}.png`) })
  }
  try {
    await page.goto(`http://${domain}:${pages.address().port}/${name}?tour`)
    await told('shown own', 15_000)
    if (nowhere.includes(name)) return await told('left own')
    await page.waitForFunction(isWell, undefined, { timeout: 3_000 }).catch(async () => {
      throw new Error(`The card does not stand well: ${JSON.stringify(await page.evaluate(look))}`)
    })
    await keep('tour')
    if (aside.includes(name)) return await leaveBy(page, told)
    // Other things of ours, and of the host, may have taken the focus as they came.
    await page.evaluate(() => {
      document
        .querySelector('waypost-tour, * > waypost-tour')
        ?.shadowRoot.querySelector('h2')
        .focus()
    })
    // From the heading over the buttons to what is lit.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const lit = await page.evaluate(() => document.activeElement?.id)
    if (lit !== 'own') throw new Error(`Tab comes to ${lit} and not to what is lit`)
    await page.keyboard.press('Enter')
    await told('passed own')
    await told('shown field')
    await page.keyboard.press('ArrowRight')
    await told('shown free')
    await page.keyboard.press('Escape')
    await told('left free')
    if (complaints.length > 0) throw new Error(`Somebody complained: ${complaints.join('; ')}`)
  } finally {
    await keep('end')
    await context.close()
  }
}

/** With a dialog of the host open nothing behind it is lit, and the card can be used all the same. */
async function leaveBy(page, told) {
  await page.locator('waypost-tour .tool').click()
  await told('left own')
}

function look() {
  const root = document.querySelector('waypost-tour')?.shadowRoot
  const own = document.querySelector('#own').getBoundingClientRect()
  const [card, spot] = ['.card', '.spot'].map((name) =>
    root?.querySelector(name)?.getBoundingClientRect(),
  )
  const at = card && document.elementFromPoint(card.left + card.width / 2, card.top + 12)
  return { card, spot, own, at: at?.localName, view: [innerWidth, innerHeight] }
}

/** It is in the window, above everything, and lights what it should. */
function isWell() {
  const root = document.querySelector('waypost-tour')?.shadowRoot
  const card = root?.querySelector('.card')?.getBoundingClientRect()
  const spot = root?.querySelector('.spot')
  if (!card) return false
  const own = document.querySelector('#own').getBoundingClientRect()
  const lit = spot.getBoundingClientRect()
  const at = document.elementFromPoint(card.left + card.width / 2, card.top + 12)
  const isInside =
    card.left >= -1 &&
    card.top >= -1 &&
    card.right <= innerWidth + 1 &&
    card.bottom <= innerHeight + 1
  const isLit = Math.abs(lit.left + lit.width / 2 - own.left - own.width / 2) < 2
  return isInside && (isLit || spot.hidden) && at?.localName === 'waypost-tour'
}
