import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfig, type RunningServer, startServer } from '@waypost/server'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHostServer } from './host-server.js'
import { hosts } from './hosts.js'
import { ARTICLE, complaintsOf, findsHelp, focusOf, layoutOf, leaves } from './visitor.test.kit.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)
if (!hasBrowser) console.log('Skipped: there is no browser here to open hostile hosts with.')

const sdk = fileURLToPath(new URL('../../packages/sdk/dist', import.meta.url))
const content = fileURLToPath(new URL('content', import.meta.url))

describe.skipIf(!hasBrowser)('a hostile host', () => {
  const data = mkdtempSync(join(tmpdir(), 'hostile-hosts-'))
  const silent = { info() {}, warn() {}, error() {} }
  let waypost: RunningServer
  let pages: ReturnType<typeof createHostServer>
  let address: string
  let browser: Browser
  let context: BrowserContext

  beforeAll(async () => {
    const flags = { data, content, port: '0' }
    const env = { WAYPOST_UNLIMITED: '1' }
    const config = await loadConfig({ flags, env, folder: data })
    const sites = config.sites.map((site) => ({ ...site, origins: ['loopback', 'file'] }))
    waypost = await startServer({ config: { ...config, sites }, env, log: silent })
    pages = createHostServer({ waypost: waypost.url })
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
    // Another address than ours: everything of ours is from elsewhere, as it is for most hosts.
    address = `http://localhost:${(pages.address() as AddressInfo).port}`
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    context = await browser.newContext({ reducedMotion: 'reduce' })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    pages?.close()
    await waypost?.close()
    rmSync(data, { recursive: true, force: true })
  })

  /** Opens a host without us, to see how it is, and then with us. */
  async function visit(name: string) {
    const host = hosts.find((host) => host.name === name)
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.setViewportSize(host?.viewport ?? { width: 1280, height: 800 })
    const complaints = complaintsOf(page, host?.complains)
    await page.goto(`${address}/${name}?without`)
    const before = await layoutOf(page.mainFrame())
    await page.goto(`${address}/${name}`)
    const frame = page.frames()[1] ?? page.mainFrame()
    return { page, frame, complaints, before }
  }

  it.concurrent.each(hosts.filter(({ apart }) => !apart))(
    '$name gives help, and stays as it is: $does',
    async ({ name }) => {
      const { page, frame, complaints, before } = await visit(name)
      const host = page.mainFrame()
      await frame.getByRole('button', { name: 'Help', exact: true }).waitFor()
      expect(await layoutOf(host)).toEqual(before)
      await findsHelp(frame)
      expect(await focusOf(frame)).toBe(ARTICLE)
      await leaves(frame)
      expect(await focusOf(frame)).toBe('Help')
      expect(await layoutOf(host)).toEqual(before)
      expect(complaints).toEqual([])
      await page.close()
    },
    30_000,
  )

  it('may be read with an ad blocker', async () => {
    const page = await context.newPage()
    const stopped: string[] = []
    // What lists against ads, trackers and annoyances look for in an address.
    const unwanted =
      /chat|messenger|widget|support[-_.]|helpdesk|intercom|track|analytics|beacon|[/]collect\b|telemetry|pixel|[/]ads?[/-]|banner|popup/i
    await page.route('**', (route) => {
      const { origin, pathname } = new URL(route.request().url())
      if (origin !== waypost.url || !unwanted.test(pathname)) return route.fallback()
      stopped.push(pathname)
      return route.abort()
    })
    await page.goto(`${address}/ad-blocker`)
    await findsHelp(page.mainFrame())
    expect(stopped).toEqual([])
    await page.close()
  }, 30_000)

  it('may put another body in place while help is open, and go on in the next one', async () => {
    const { page, frame, complaints } = await visit('plain')
    await findsHelp(frame)
    for (const swap of ['turbo', 'view transition']) {
      await page.evaluate(async (swap) => {
        const next = document.createElement('body')
        next.innerHTML = '<main><h1>The next page</h1></main>'
        history.pushState(null, '', '#next')
        const change = () => document.body.replaceWith(next)
        if (swap === 'turbo') change()
        else await document.startViewTransition(change).finished
      }, swap)
      // Where it was left, it opens again.
      await page.getByRole('button', { name: 'Help', exact: true }).click()
      await page.getByRole('heading', { name: ARTICLE }).waitFor()
    }
    await leaves(frame)
    expect(await page.locator('waypost-launcher').count()).toBe(1)
    expect(complaints).toEqual([])
    await page.close()
  }, 40_000)

  it('may remove what it does not know, and nothing goes round in circles', async () => {
    const { page, complaints } = await visit('removes-strangers')
    await page.getByRole('heading').waitFor()
    await page.waitForFunction(() => 'waypost' in window)
    await page.evaluate(() => void (window as never as Host).waypost.open())
    await page.waitForFunction(() => (window as never as { removed: number }).removed > 1)
    const removed = () => page.evaluate(() => (window as never as { removed: number }).removed)
    const before = await removed()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    expect(await removed()).toBe(before)
    expect(before).toBeLessThan(10)
    expect(complaints).toEqual([])
    await page.close()
  }, 30_000)

  it('is printed without us', async () => {
    const { page, frame } = await visit('plain')
    await findsHelp(frame)
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('searchbox').waitFor({ state: 'hidden' })
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Help' }).waitFor({ state: 'hidden' })
    await page.close()
  }, 30_000)

  it('has of us no node, listener or timer left when we have gone a hundred times', async () => {
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${address}/plain?without`)
    await page.route('**/sdk/**', (route) => {
      const { pathname } = new URL(route.request().url())
      return route.fulfill({ path: join(sdk, pathname.slice('/sdk/'.length)) })
    })
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    const counts = async () => {
      await cdp.send('HeapProfiler.collectGarbage')
      const { metrics } = await cdp.send('Performance.getMetrics')
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
      return { nodes: of('Nodes'), listeners: of('JSEventListeners') }
    }
    await page.addScriptTag({
      type: 'module',
      content: `import { createWaypost } from '/sdk/embed/create-waypost.js'
        window.createWaypost = createWaypost`,
    })
    await page.waitForFunction(() => 'createWaypost' in window)
    const comeAndGo = (times: number) =>
      page.evaluate(
        async ([baseUrl, times]) => {
          const { createWaypost } = window as never as Sdk
          for (let time = 0; time < times; time++) {
            const waypost = createWaypost({ baseUrl })
            if (time % 5 === 0) await waypost.open()
            waypost.destroy()
          }
          // What was on its way ends at the next turn of the loop, as the panel's going does.
          await new Promise((done) => requestIdleCallback(done))
        },
        [waypost.url, times] as const,
      )
    await comeAndGo(10)
    const before = await counts()
    await comeAndGo(100)
    const after = await counts()
    expect(after.listeners - before.listeners).toBeLessThan(20)
    expect(after.nodes - before.nodes).toBeLessThan(100)
    expect(complaints).toEqual([])
    await page.close()
  }, 60_000)
})

interface Widget {
  open(): Promise<void>
  destroy(): void
}
interface Host {
  waypost: Widget
}
interface Sdk {
  createWaypost(options: { baseUrl: string }): Widget
}
