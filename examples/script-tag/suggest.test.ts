import type { RunningServer } from '@waypost/server'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Tabs } from '../hostile-hosts/tabs.test.kit.js'
import { hasBrowser, hostWithWaypost, openPage } from './host-with-waypost.test.kit.js'

if (!hasBrowser) console.log('Skipped: there is no browser here to look for help in.')

describe.skipIf(!hasBrowser)('a page that knows what fits it', () => {
  let waypost: RunningServer
  let tabs: Tabs
  let hostUrl: string

  hostWithWaypost(
    (_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><html lang="en"><title>Host</title><h1>Host</h1>
        <script>
          window.waypost ??= { q: [] }
          waypost.q.push(['suggest', { articles: ['refund-a-payment'], query: 'invoice reminder' }])
        </script>
        <script async src="${waypost.url}/waypost.js"></script></html>`)
    },
    (started) => {
      ;({ waypost, tabs, hostUrl } = started)
    },
  )

  const rows = (page: Page) => page.locator('waypost-home-view .suggested a')

  it('begins with that, asks for it once somebody opens, and follows the host at once', async () => {
    const { page, complaints, leave } = await openPage(tabs)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(hostUrl)
    const launcher = page.locator('waypost-launcher button')
    await launcher.waitFor()
    expect(asked.filter((path) => path !== '/' && path !== '/favicon.ico')).toEqual(['/waypost.js'])
    await launcher.click()
    await page.getByRole('heading', { name: 'About this page' }).waitFor()
    const [first = '', ...others] = await rows(page).allInnerTexts()
    expect(first).toBe('Refund a payment')
    expect(others).toContain('Remind a customer about an unpaid invoice')
    await page.evaluate(() => {
      const { waypost } = window as unknown as Host
      waypost.suggest({ articles: ['late-fees-and-interest'] })
    })
    await page.getByRole('link', { name: 'Charge interest when a customer pays late' }).waitFor()
    // With a lesson that goes with it.
    const [only, ...taught] = await rows(page).allInnerTexts()
    expect(only).toBe('Charge interest when a customer pays late')
    expect(taught.join()).not.toMatch(/Refund|Remind a customer/)
    await page.evaluate(() => (window as unknown as Host).waypost.suggest(null))
    await page.getByRole('heading', { name: 'Good to know' }).waitFor()
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)
})

interface Host {
  waypost: { suggest(page: object | null): void }
}
