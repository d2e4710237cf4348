import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfig, type RunningServer, startServer } from '@waypost/server'
import { type Browser, chromium } from 'playwright-core'
import { build, type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)
if (!hasBrowser) console.log('Skipped: there is no browser here to open what Vite built with.')

const root = fileURLToPath(new URL('.', import.meta.url))
const content = fileURLToPath(new URL('../tidemark/content', import.meta.url))

describe.skipIf(!hasBrowser)('a page that Vite built', () => {
  const data = mkdtempSync(join(tmpdir(), 'vite-'))
  const outDir = join(data, 'dist')
  const silent = { info() {}, warn() {}, error() {} }
  let waypost: RunningServer
  let host: PreviewServer
  let browser: Browser
  beforeAll(async () => {
    const config = await loadConfig({ flags: { data, content, port: '0' }, env: {}, folder: data })
    waypost = await startServer({ config, env: {}, log: silent })
    const define = { 'import.meta.env.VITE_WAYPOST_URL': JSON.stringify(waypost.url) }
    const shared = { root, logLevel: 'error', configFile: false } as const
    await build({ ...shared, define, build: { outDir, emptyOutDir: true } })
    host = await preview({ ...shared, build: { outDir }, preview: { port: 0 } })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await host.close()
    await waypost.close()
    rmSync(data, { recursive: true, force: true })
  })

  it('asks and follows the language through the SDK', async ({ skip }) => {
    if (!(await fetch(`${waypost.url}/assets/latest/panel.js`)).ok) skip('not built: pnpm build')
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(host.resolvedUrls?.local[0] ?? '')
    await page.getByRole('button', { name: 'Ask about this order' }).click()
    const panel = page.getByRole('dialog')
    await panel.getByLabel('Email').fill('robin@example.com')
    expect(await panel.getByLabel('In one line').inputValue()).toBe('Where is my order?')
    await panel.getByLabel('Your question').fill('It was to come on Monday.')
    await panel.getByRole('button', { name: 'Send' }).click()
    await page.getByText(/^We have your question, WP-/).waitFor()
    await page.getByLabel('Language').selectOption('sv')
    await panel.getByText('Vi har fått din fråga').first().waitFor()
    expect(complaints).toEqual([])
  }, 60_000)
})
