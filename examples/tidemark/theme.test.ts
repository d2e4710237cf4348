import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningServer } from '@waypost/server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTabs, type Tabs } from '../hostile-hosts/tabs.test.kit.js'
import { startTidemark } from './server/start-tidemark.js'
import { violationsOf } from './violations-of.test.kit.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)

const wide = { width: 1360, height: 860 }
const phone = { width: 390, height: 844 }

/** The page of Tidemark on which one plays with the looks of the widget: the real one reacts. */
describe.skipIf(!hasBrowser)('the page of the help widget', () => {
  const data = mkdtempSync(join(tmpdir(), 'tidemark-'))
  let server: RunningServer
  let browser: Browser
  let tabs: Tabs
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    server = await startTidemark({ data, env: {}, port: '0' })
    const args = ['--no-sandbox', '--disable-dev-shm-usage']
    browser = await chromium.launch({ executablePath, args })
    tabs = createTabs(browser, {
      ...{ reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] },
    })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(data, { recursive: true, force: true })
  })

  async function visit({ viewport = wide, path = '/theme' } = {}) {
    page = await tabs.take({ viewport })
    complaints = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.goto(server.url + path)
    await page.locator('html[data-support]').waitFor()
    return () => tabs.giveBack(page)
  }

  const panel = () => page.locator('waypost-window dialog')
  const launcher = () => page.locator('waypost-launcher button')
  const show = async () => {
    await page.getByRole('button', { name: 'Show the widget' }).click()
    await panel().getByRole('heading', { name: 'How can we help?' }).waitFor()
  }
  const look = (property: string) =>
    panel().evaluate((dialog, name) => getComputedStyle(dialog).getPropertyValue(name), property)
  const paint = () => launcher().evaluate((button) => getComputedStyle(button).backgroundColor)

  it('is found from the settings, and dresses the widget as one chooses', async () => {
    const leave = await visit({ path: '/settings' })
    await page.getByRole('link', { name: 'Help widget' }).click()
    await show()
    expect(await page.getByLabel('Logo').isChecked()).toBe(true)
    await expect.poll(() => panel().locator('img').isVisible()).toBe(true)
    expect(await look('border-top-left-radius')).toBe('18px')
    await page.getByRole('button', { name: /^Almanac/ }).click()
    await expect.poll(() => look('border-top-left-radius')).toBe('0px')
    expect(await look('font-family')).toContain('Source Serif 4 Variable')
    expect(await look('--wp-accent')).toBe('#6b3f1d')
    await expect.poll(() => panel().locator('img').getAttribute('src')).toContain('almanac.svg')
    await page.getByLabel('Logo').uncheck()
    await expect.poll(() => panel().locator('img').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Yellow' }).click()
    await expect.poll(() => look('--wp-accent')).toBe('#ffd400')
    await page.getByLabel('Light or dark').selectOption('Dark')
    await expect.poll(() => look('color-scheme')).toBe('dark')
    await page.getByLabel('Corners').fill('24')
    await expect.poll(() => look('border-top-left-radius')).toBe('24px')
    expect(complaints).toEqual([])
    await leave()
  }, 30_000)

  it('dresses the launcher before anybody has come near it', async () => {
    const leave = await visit()
    expect(await paint()).toBe('rgb(11, 122, 117)')
    await page.getByRole('button', { name: /^Sprout/ }).click()
    await expect.poll(paint).toBe('rgb(163, 230, 53)')
    await leave()
  }, 30_000)

  it('says its words as they are typed, and its own again when they are gone', async () => {
    const leave = await visit()
    await show()
    const question = page.getByLabel('Question on the first page')
    await question.fill('What is the matter?')
    await panel().getByRole('heading', { name: 'What is the matter?' }).waitFor()
    await page.getByLabel('Button to ask').fill('Write to us')
    await panel().getByRole('button', { name: 'Write to us' }).waitFor()
    await question.fill('')
    await panel().getByRole('heading', { name: 'How can we help?' }).waitFor()
    expect(complaints).toEqual([])
    await leave()
  }, 30_000)

  it('stands it anew in another mode and corner, open, and keeps the focus where one chooses', async () => {
    const leave = await visit()
    await show()
    await page.getByRole('button', { name: /^Sprout/ }).click()
    const mode = page.getByLabel('Mode')
    await mode.focus()
    await mode.selectOption('Form only')
    await panel().getByLabel('In one line').waitFor()
    await expect.poll(() => look('--wp-accent')).toBe('#a3e635')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^field-mode/)
    await page.getByLabel('Corner', { exact: true }).selectOption('Left')
    await expect.poll(async () => (await panel().boundingBox())?.x).toBe(20)
    expect(await page.locator('waypost-launcher').count()).toBe(1)
    expect(await page.locator('waypost-window').count()).toBe(1)
    expect(complaints).toEqual([])
    await leave()
  }, 30_000)

  it('gives what to paste, as one has chosen', async () => {
    const leave = await visit()
    await page.getByRole('button', { name: /^Almanac/ }).click()
    await page.getByRole('button', { name: /^Copy ?: The script tag/ }).click()
    await page.getByText('Copied.').waitFor()
    const tag = await page.evaluate(() => navigator.clipboard.readText())
    expect(tag).toContain(`src="${server.url}/waypost.js"`)
    expect(tag).toContain('data-accent="#6b3f1d"')
    expect(tag).toContain('data-radius="0px"')
    expect(tag).not.toContain('data-mode')
    await page.getByLabel('Button to ask').fill('It’s urgent')
    const calls = page.getByRole('region', { name: 'Or while it stands, from your code' })
    expect(await calls.textContent()).toContain("'panel.ask': 'It’s urgent',")
    await leave()
  }, 30_000)

  it('is accessible, with the widget beside it in each brand', async () => {
    const leave = await visit()
    await show()
    for (const brand of ['Tidemark', 'Almanac', 'Sprout']) {
      await page.getByRole('button', { name: new RegExp(`^${brand}`) }).click()
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        // Colours set out for others with the next frame.
        await page.evaluate(
          () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
        )
        expect(await violationsOf(page), `${brand}, ${colorScheme}`).toEqual([])
      }
    }
    await leave()
  }, 60_000)

  it('fits a phone, where the widget is the whole screen', async () => {
    const leave = await visit({ viewport: phone })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBe(phone.width)
    await page.getByRole('button', { name: /^Sprout/ }).click()
    await show()
    // When it has risen.
    await expect.poll(() => panel().boundingBox()).toEqual({ x: 0, y: 0, ...phone })
    expect(await violationsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Show the widget' }).waitFor()
    await leave()
  }, 30_000)
})
