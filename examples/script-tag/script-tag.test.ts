import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfig, type RunningServer, startServer } from '@waypost/server'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)
if (!hasBrowser) console.log('Skipped: there is no browser here to open the script tag with.')

const content = fileURLToPath(new URL('../tidemark/content', import.meta.url))

describe.skipIf(!hasBrowser)('a page with the script tag', () => {
  const data = mkdtempSync(join(tmpdir(), 'script-tag-'))
  const silent = { info() {}, warn() {}, error() {} }
  let waypost: RunningServer
  let browser: Browser
  const host = createServer((_request, response) => {
    const html = readFileSync(new URL('index.html', import.meta.url), 'utf8')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(html.replace('http://127.0.0.1:8787', waypost.url))
  })
  beforeAll(async () => {
    const config = await loadConfig({ flags: { data, content, port: '0' }, env: {}, folder: data })
    waypost = await startServer({ config, env: {}, log: silent })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    host.close()
    await waypost.close()
    rmSync(data, { recursive: true, force: true })
  })

  it('has help in its corner, from another address', async ({ skip }) => {
    if (!(await fetch(`${waypost.url}/waypost.js`)).ok) skip('not built: pnpm build')
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon')) {
        complaints.push(message.text())
      }
    })
    await page.goto(`http://localhost:${(host.address() as AddressInfo).port}`)
    await page.getByRole('button', { name: 'Help' }).click()
    await page.getByRole('dialog').getByRole('heading', { name: 'How can we help?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'How do I pay by card?' }).click()
    await page.getByRole('heading', { name: /^Get paid by card/ }).waitFor()
    expect(complaints).toEqual([])
  }, 60_000)
})
