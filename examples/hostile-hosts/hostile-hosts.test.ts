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
})
