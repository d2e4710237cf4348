import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningServer } from '@waypost/server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTidemark } from './server/start-tidemark.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)

/** What a page has of the widget, as far as it is called here. */
type Host = typeof globalThis & {
  waypost: {
    openForm(): Promise<void>
    open(target: { view: string }): Promise<void>
    on(name: string, listener: (payload: object) => void): void
    client: { tickets: { list(): Promise<{ items: { id: string; subject: string }[] }> } }
  }
  heard: object[]
}

describe.skipIf(!hasBrowser)('what is written without a network', () => {
  const data = mkdtempSync(join(tmpdir(), 'tidemark-outbox-'))
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext

  beforeAll(async () => {
    server = await startTidemark({ data, env: { WAYPOST_UNLIMITED: 'true' }, port: '0' })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }
    context = await browser.newContext(phone)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(data, { recursive: true, force: true })
  })

  async function comes(path: string): Promise<Page> {
    const page = await context.newPage()
    await page.goto(server.url + path)
    await page.locator('waypost-launcher button').waitFor()
    await page.evaluate(() => {
      const host = window as unknown as Host
      host.heard = []
      host.waypost.on('ticket:opened', (payload) => host.heard.push(payload))
    })
    return page
  }

  it('goes once, from another page, with the panel closed', async () => {
    const before = await comes('/')
    const came = before.waitForResponse((response) => response.url().includes('create-outbox'))
    await before.evaluate(() => (window as unknown as Host).waypost.openForm())
    await before.locator('#subject').fill('Interest abroad')
    await before.locator('#message').fill('Which rules count?')
    // What the site asks comes after the boxes for words.
    await before.locator('form input[type=checkbox]').first().waitFor()
    for (const box of await before.locator('form input[type=checkbox]').all()) await box.check()
    await came
    await context.setOffline(true)
    await before.locator('.btn.main').last().click()
    await before.getByText('It goes by itself when you’re back online.').waitFor()
    await before.evaluate(() => (window as unknown as Host).waypost.open({ view: 'home' }))
    await before.locator('waypost-unsent').getByText('Interest abroad').waitFor()
    await before.close()
    await context.setOffline(false)

    const after = await comes('/#/settings')
    await expect.poll(() => after.evaluate(() => (window as unknown as Host).heard.length)).toBe(1)
    expect(await after.locator('waypost-window').count()).toBe(0)
    const { items } = await after.evaluate(() =>
      (window as unknown as Host).waypost.client.tickets.list(),
    )
    expect(items.map(({ subject }) => subject)).toEqual(['Interest abroad'])
    const kept = () =>
      after.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('outbox')))
    await expect.poll(kept).toEqual([])
  }, 60_000)
})
