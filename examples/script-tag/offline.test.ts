import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RunningServer } from '@waypost/server'
import { describe, expect, it } from 'vitest'
import type { Tabs } from '../hostile-hosts/tabs.test.kit.js'
import { hasBrowser, hostWithWaypost, openPage } from './host-with-waypost.test.kit.js'

if (!hasBrowser) console.log('Skipped: there is no browser here to be without a connection in.')

/** The built helper, as a host without a bundler would serve it. */
const helper = (name: string) =>
  readFileSync(
    fileURLToPath(new URL(`../../packages/sdk/dist/service-worker/${name}.js`, import.meta.url)),
    'utf8',
  )

describe.skipIf(!hasBrowser)('a host with a service worker of its own', () => {
  let waypost: RunningServer
  let tabs: Tabs
  let hostUrl: string

  hostWithWaypost(
    ({ url = '' }, response) => {
      const isScript = url.endsWith('.js')
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
      if (url === '/help/index.js') return void response.end(helper('index'))
      if (url === '/help/keep-help.js') return void response.end(helper('keep-help'))
      if (url === '/worker.js') {
        return void response.end(`import { keepHelp } from './help/index.js'
          const help = keepHelp({ baseUrl: '${waypost.url}' })
          addEventListener('install', () => skipWaiting())
          addEventListener('activate', (event) => event.waitUntil(clients.claim()))
          addEventListener('fetch', (event) => {
            if (help.handle(event)) return
            if (event.request.mode === 'navigate') {
              event.respondWith(fetch(event.request).then(async (answer) => {
                await (await caches.open('pages')).put(event.request.url, answer.clone())
                return answer
              }, () => caches.match(event.request.url)))
            }
          })`)
      }
      response.end(`<!doctype html><html lang="en"><title>Host</title><h1>Host</h1>
        <script>navigator.serviceWorker.register('/worker.js', { type: 'module' })</script>
        <script async src="${waypost.url}/waypost.js"></script></html>`)
    },
    (started) => {
      ;({ waypost, tabs, hostUrl } = started)
    },
  )

  it('has help without a connection, after a reload as well, and nothing of a person in it', async () => {
    const { page } = await openPage(tabs)
    await page.goto(hostUrl)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
      if (navigator.serviceWorker.controller) return
      await new Promise((done) =>
        navigator.serviceWorker.addEventListener('controllerchange', done),
      )
    })
    await page.reload()
    const launcher = page.locator('waypost-launcher button')
    const article = page.getByRole('heading', { name: 'Refund a payment' })
    const show = () =>
      page.evaluate(() =>
        (window as unknown as Host).waypost.showArticle('refund-a-payment').catch(() => {}),
      )
    await launcher.waitFor()
    await page.evaluate(() => (window as unknown as Host).waypost.client.search('my diagnosis'))
    await show()
    await article.waitFor()
    // Asked with a token, as whoever has a session asks: not for the cache.
    await page.evaluate(() => (window as unknown as Host).waypost.client.session.start())
    await page.evaluate(() => (window as unknown as Host).waypost.client.tickets.list())
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))

    await page.context().setOffline(true)
    await page.reload()
    await launcher.waitFor()
    await show()
    await article.waitFor()

    const kept = await page.evaluate(async () => {
      const cache = await caches.open('waypost-help')
      return (await cache.keys()).map(({ url }) => new URL(url).pathname)
    })
    expect(kept).toContain('/waypost.js')
    expect(kept).toContain('/v1/settings')
    expect(kept).toContain('/v1/articles/refund-a-payment')
    expect(kept.filter((path) => /tickets|sessions|live|v1.search/.test(path))).toEqual([])
    // Nobody may have it after its worker.
    await page.context().close()
  }, 60_000)
})

interface Host {
  waypost: {
    showArticle(id: string): Promise<void>
    client: {
      search(words: string): Promise<unknown>
      session: { start(): Promise<void> }
      tickets: { list(): Promise<unknown> }
    }
  }
}
