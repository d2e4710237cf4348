import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfig, type RunningServer, startServer } from '@waypost/server'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { createTabs, type Tabs } from '../hostile-hosts/tabs.test.kit.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
/** Where false, these tests are skipped; the test command says how to install one. */
export const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)

interface Started {
  waypost: RunningServer
  browser: Browser
  tabs: Tabs
  hostUrl: string
}

/**
 * A Waypost server with Tidemark's articles, a host at another address that answers so, and a browser;
 * `ready` gets them before the first test.
 */
export function hostWithWaypost(answer: RequestListener, ready: (started: Started) => void): void {
  const host = createServer(answer)
  const data = mkdtempSync(join(tmpdir(), 'host-with-waypost-'))
  const content = fileURLToPath(new URL('../tidemark/content', import.meta.url))
  const env = { WAYPOST_UNLIMITED: '1' }
  const log = { info() {}, warn() {}, error() {} }
  let waypost: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const config = await loadConfig({ flags: { data, content, port: '0' }, env, folder: data })
    waypost = await startServer({ config, env, log })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    const hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`
    const tabs = createTabs(browser, { reducedMotion: 'reduce' })
    ready({ waypost, browser, tabs, hostUrl })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    host.close()
    await waypost.close()
    rmSync(data, { recursive: true, force: true })
  })
}

/** A page for somebody who wants nothing to move, and everything that it and the browser objected to. */
export async function openPage(tabs: Tabs, options: BrowserContextOptions = {}) {
  const page = await tabs.take(options)
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('favicon')) {
      complaints.push(message.text())
    }
  })
  return { page, complaints, leave: () => tabs.giveBack(page) }
}
