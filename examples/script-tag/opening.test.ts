import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunningServer } from '@waypost/server'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Tabs } from '../hostile-hosts/tabs.test.kit.js'
import { hasBrowser, hostWithWaypost, openPage } from './host-with-waypost.test.kit.js'

if (!hasBrowser) console.log('Skipped: there is no browser here to open a window in.')

const tidemark = new URL('../tidemark/', import.meta.url)
const axe = readFileSync(
  createRequire(new URL('package.json', tidemark)).resolve('axe-core'),
  'utf8',
)
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
/** What fills the window once it has opened. */
const REST = /\/(panel|controller)\.js$/

describe.skipIf(!hasBrowser)('the window, before there is anything to fill it', () => {
  let waypost: RunningServer
  let tabs: Tabs
  let hostUrl: string

  hostWithWaypost(
    (_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><html lang="en"><title>Host</title>
        <meta name="viewport" content="width=device-width"><main><h1>Host</h1><label>Name <input></label>
        <p style="height: 3000px"></p></main>
        <script async src="${waypost.url}/waypost.js"></script></html>`)
    },
    (started) => {
      ;({ waypost, tabs, hostUrl } = started)
    },
  )

  /** A visitor for whom the rest of the widget comes when `release` is called. */
  async function visit(options: BrowserContextOptions = {}) {
    const { page, complaints, leave } = await openPage(tabs, options)
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(REST, async (route) => {
      await released
      await route.continue()
    })
    await page.goto(hostUrl)
    const press = () => page.locator('waypost-launcher button').click()
    return { page, complaints, press, release, released, leave }
  }

  const field = (page: Page) => page.getByRole('searchbox')
  /** Resolves when the panel stands in the window. */
  const filled = (page: Page) =>
    page.locator('waypost-home-view, waypost-search-view').first().waitFor()
  const isOpen = (page: Page) =>
    page.evaluate(() => (window as unknown as Host).waypost.getState().isOpen)
  const focused = (page: Page) =>
    page.evaluate(() => {
      let active = document.activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      return active?.localName
    })
  /** Resolves when the window has come to rest. */
  const risen = (page: Page) =>
    page.evaluate(async () => {
      const dialog = document.querySelector('waypost-window')?.shadowRoot?.querySelector('dialog')
      await Promise.all(dialog?.getAnimations().map(({ finished }) => finished) ?? [])
    })
  const boxes = async (page: Page) => {
    const parts = [page.getByRole('heading', { name: 'How can we help?' }), field(page)]
    const all = [
      ...parts,
      page.getByRole('button', { name: 'Close help' }),
      page.getByRole('dialog'),
    ]
    return Promise.all(all.map((part) => part.boundingBox()))
  }

  it('takes along what is written in it, to what is found', async () => {
    const { page, complaints, press, release, leave } = await visit()
    await press()
    await field(page).click()
    await page.keyboard.type('late fee')
    release()
    await page.getByRole('heading', { name: 'Search help' }).waitFor()
    expect(await field(page).inputValue()).toBe('late fee')
    await page.keyboard.type('s')
    expect(await field(page).inputValue()).toBe('late fees')
    await page.locator('waypost-search-view a').first().waitFor()
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)

  it.each([
    ['a window', {}],
    ['a phone', PHONE],
  ])(
    'stands to the pixel where the panel will stand, on %s',
    async (_name, options) => {
      const { page, complaints, press, release, leave } = await visit(options)
      await press()
      await risen(page)
      const before = await boxes(page)
      expect(await focused(page)).toBe('h1')
      release()
      await filled(page)
      expect(await boxes(page)).toEqual(before)
      expect(await focused(page)).toBe('h1')
      expect(complaints).toEqual([])
      await leave()
    },
    60_000,
  )

  it('is there for everybody: by rule, by keyboard, and in their language', async () => {
    const { page, press, leave } = await visit({ locale: 'sv-SE' })
    await page.evaluate(() => document.documentElement.removeAttribute('lang'))
    await page.reload()
    await page.evaluate(() => (window as unknown as Host).waypost.setLocale('sv'))
    await press()
    await page.getByRole('heading', { name: 'Vad kan vi hjälpa till med?' }).waitFor()
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() =>
      (window as unknown as Host).axe.run('waypost-window'),
    )
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.keyboard.press('/')
    expect(await focused(page)).toBe('input')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    expect(await page.getByRole('button', { name: 'Stäng hjälpen' }).evaluate(isActive)).toBe(true)
    await leave()
  }, 60_000)

  it.each(['Escape', 'the cross'])(
    'is left by %s, and nothing opens behind',
    async (way) => {
      const { page, complaints, press, release, leave } = await visit()
      await press()
      await page.getByRole('dialog').waitFor()
      if (way === 'Escape') await page.keyboard.press('Escape')
      else await page.getByRole('button', { name: 'Close help' }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      expect(await isOpen(page)).toBe(false)
      expect(await focused(page)).toBe('button')
      const settings = page.waitForResponse(/v1\/settings/)
      release()
      // The panel has come, and stands ready.
      await settings
      await page.locator('waypost-window[ready]').waitFor({ state: 'attached' })
      expect(await isOpen(page)).toBe(false)
      await press()
      await filled(page)
      expect(await isOpen(page)).toBe(true)
      expect(complaints).toEqual([])
      await leave()
    },
    60_000,
  )

  it('keeps what was written where it is closed before the panel comes, for the next time', async () => {
    const { page, complaints, press, release, leave } = await visit()
    await press()
    await field(page).fill('refund')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    release()
    await page.locator('waypost-window[ready]').waitFor({ state: 'attached' })
    await press()
    await page.getByRole('heading', { name: 'Search help' }).waitFor()
    expect(await field(page).inputValue()).toBe('refund')
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)

  it.each(['form', 'search'] as const)(
    'takes what is written in it along where the host leads to, to the %s',
    async (view) => {
      const { page, complaints, press, release, leave } = await visit()
      await press()
      await field(page).fill('refund')
      await page.evaluate((view) => void (window as unknown as Host).waypost.open({ view }), view)
      release()
      const there = view === 'form' ? page.getByLabel('In one line') : field(page)
      await page.locator(`waypost-${view === 'form' ? 'contact' : 'search'}-view`).waitFor()
      expect(await there.inputValue()).toBe('refund')
      expect(complaints).toEqual([])
      await leave()
    },
    60_000,
  )

  it('speaks the language that the host has chosen since somebody came near', async () => {
    const { page, press, leave } = await visit()
    await page.locator('waypost-launcher button').hover()
    await page.locator('waypost-window').waitFor({ state: 'attached' })
    await page.evaluate(() => (window as unknown as Host).waypost.setLocale('sv'))
    await press()
    await page.getByRole('heading', { name: 'Vad kan vi hjälpa till med?' }).waitFor()
    expect(await field(page).getAttribute('placeholder')).toBe('Sök i hjälpen')
    expect(await page.getByRole('dialog').getAttribute('lang')).toBe('sv')
    await leave()
  }, 60_000)

  it('closes where nothing comes to fill it, and has the words when somebody tries again', async () => {
    const { page, press, release, released, leave } = await visit()
    // Where the controller comes after it, that one tries once more by itself.
    const controller = page.waitForEvent('requestfinished', (request) =>
      request.url().endsWith('/controller.js'),
    )
    await page.route('**/panel.js', async (route) => {
      await released
      await controller
      await route.abort()
    })
    await press()
    await field(page).click()
    await page.keyboard.type('refund')
    release()
    await page.getByRole('button', { name: '↻ Help' }).waitFor()
    await expect.poll(() => isOpen(page)).toBe(false)
    await page.unroute('**/panel.js')
    await press()
    await page.getByRole('heading', { name: 'Search help' }).waitFor()
    expect(await field(page).inputValue()).toBe('refund')
    await leave()
  }, 60_000)

  it('stays closed after a failure until somebody presses again, also with the mouse on it', async () => {
    const { page, press, leave } = await visit()
    await page.route(REST, (route) => route.abort())
    await press()
    await page.getByRole('button', { name: '↻ Help' }).waitFor()
    // It is on its way out for a moment longer than the button says so.
    await page.locator('waypost-window:not([open])').waitFor({ state: 'attached' })
    await page.mouse.move(0, 0)
    await page.evaluate(() => {
      const opened = () => document.body.append(document.createElement('mark'))
      const window = document.querySelector('waypost-window') as Element
      new MutationObserver(opened).observe(window, { attributeFilter: ['open'] })
    })
    const isAskedAgain = page.waitForEvent('requestfailed', (request) => REST.test(request.url()))
    await page.getByRole('button', { name: '↻ Help' }).hover()
    await isAskedAgain
    expect(await page.locator('mark').count()).toBe(0)
    expect(await isOpen(page)).toBe(false)
    await page.unroute(REST)
    await press()
    await filled(page)
    expect(await isOpen(page)).toBe(true)
    await leave()
  }, 60_000)

  it.each(['close', 'toggle'] as const)(
    'is closed at once by the host, with %s()',
    async (name) => {
      const { page, complaints, press, release, leave } = await visit()
      await press()
      await page.getByRole('dialog').waitFor()
      await page.evaluate((name) => void (window as unknown as Host).waypost[name](), name)
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      expect(await isOpen(page)).toBe(false)
      release()
      await page.locator('waypost-window[ready]').waitFor({ state: 'attached' })
      expect(await isOpen(page)).toBe(false)
      expect(complaints).toEqual([])
      await leave()
    },
    60_000,
  )

  it.each([
    ['there was a panel', true],
    ['there was a controller', false],
  ])(
    'keeps no word of somebody who has logged out before %s',
    async (_before, hasController) => {
      const { page, press, release, leave } = await visit()
      if (hasController) await page.route('**/controller.js', (route) => route.continue())
      await press()
      await field(page).fill('my diagnosis')
      await page.evaluate(() => void (window as unknown as Host).waypost.logout())
      await expect.poll(() => isOpen(page)).toBe(false)
      await press()
      expect(await field(page).inputValue()).toBe('')
      release()
      await filled(page)
      expect(await field(page).inputValue()).toBe('')
      await leave()
    },
    60_000,
  )

  it.each(['close', 'logout'] as const)(
    'is not closed or emptied by a %s() of the host before somebody came',
    async (name) => {
      const { page, press, release, leave } = await visit()
      await page.evaluate((name) => void (window as unknown as Host).waypost[name](), name)
      await press()
      await field(page).fill('refund')
      release()
      await page.getByRole('heading', { name: 'Search help' }).waitFor()
      expect(await field(page).inputValue()).toBe('refund')
      await leave()
    },
    60_000,
  )

  it.each(['Escape', 'close', 'destroy'] as const)(
    'stays closed by %s while the panel waits for its words, and lets the page of a phone go',
    async (way) => {
      const { page, complaints, press, release, released, leave } = await visit(PHONE)
      let ask = () => {}
      const asked = new Promise<void>((resolve) => {
        ask = resolve
      })
      await page.unroute(REST)
      await page.route(/\/chunks\/.*sv.*\.js$/, async (route) => {
        ask()
        await released
        await route.continue()
      })
      await page.evaluate(() => (window as unknown as Host).waypost.setLocale('sv'))
      await press()
      await asked
      if (way === 'Escape') await page.keyboard.press(way)
      else await page.evaluate((way) => void (window as unknown as Host).waypost[way](), way)
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.waitForFunction(() => !document.documentElement.style.overflow)
      release()
      const ready = page.locator('waypost-window[ready]')
      await ready.waitFor({ state: way === 'destroy' ? 'detached' : 'attached' })
      expect(await isOpen(page)).toBe(false)
      expect(complaints).toEqual([])
      await leave()
    },
    60_000,
  )

  it('leaves with the page, where a phone is given another body', async () => {
    const { page, press, release, leave } = await visit(PHONE)
    await press()
    await page.getByRole('dialog').waitFor()
    await page.evaluate(() => document.body.replaceWith(document.createElement('body')))
    await page.getByRole('button', { name: 'Help' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe('')
    release()
    await page.locator('waypost-window[ready]').waitFor({ state: 'attached' })
    expect(await isOpen(page)).toBe(false)
    await leave()
  }, 60_000)

  it('lets a word be put together before the panel takes its place', async () => {
    const { page, press, release, leave } = await visit()
    await press()
    await field(page).click()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Input.imeSetComposition', {
      text: 'にほ',
      selectionStart: 2,
      selectionEnd: 2,
    })
    const settings = page.waitForResponse(/v1\/settings/)
    release()
    await settings
    await page.locator('waypost-window[theme]').waitFor({ state: 'attached' })
    expect(await page.locator('waypost-search-view').count()).toBe(0)
    await devtools.send('Input.insertText', { text: '日本' })
    await page.getByRole('heading', { name: 'Search help' }).waitFor()
    expect(await field(page).inputValue()).toBe('日本')
    await leave()
  }, 60_000)

  it('holds the page still on a phone, and lets it go', async () => {
    const { page, press, release, leave } = await visit(PHONE)
    await page.evaluate(() => scrollTo(0, 500))
    await press()
    await page.getByRole('dialog').waitFor()
    const overflow = () => page.evaluate(() => document.documentElement.style.overflow)
    expect(await overflow()).toBe('hidden')
    release()
    await filled(page)
    expect(await overflow()).toBe('hidden')
    await page.getByRole('button', { name: 'Close help' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await overflow()).toBe('')
    expect(await page.evaluate(() => scrollY)).toBe(500)
    await leave()
  }, 60_000)

  it('calls nobody back who has gone on in the page', async () => {
    const { page, press, release, leave } = await visit()
    await press()
    await expect.poll(() => focused(page)).toBe('h1')
    await page.getByLabel('Name').fill('Ada')
    release()
    await filled(page)
    await page.keyboard.type(' Lovelace')
    expect(await page.getByLabel('Name').inputValue()).toBe('Ada Lovelace')
    expect(await isOpen(page)).toBe(true)
    await leave()
  }, 60_000)

  it('keeps what was written for who has gone on in the page, and leaves them there', async () => {
    const { page, press, release, leave } = await visit()
    await press()
    await field(page).fill('refund')
    await page.getByLabel('Name').fill('Ada')
    release()
    await filled(page)
    await page.keyboard.type(' Lovelace')
    expect(await page.getByLabel('Name').inputValue()).toBe('Ada Lovelace')
    expect(await field(page).inputValue()).toBe('refund')
    await field(page).click()
    await page.getByRole('heading', { name: 'Search help' }).waitFor()
    expect(await field(page).inputValue()).toBe('refund')
    await leave()
  }, 60_000)

  it('goes with a widget that is taken off the page', async () => {
    const { page, complaints, press, release, leave } = await visit()
    await press()
    await page.getByRole('dialog').waitFor()
    await page.evaluate(() => void (window as unknown as Host).waypost.destroy())
    release()
    await page.locator('waypost-window').waitFor({ state: 'detached' })
    expect(await page.locator('waypost-launcher').count()).toBe(0)
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)
})

const isActive = (element: Element) =>
  (element.getRootNode() as ShadowRoot).activeElement === element

interface Host {
  waypost: Record<'close' | 'toggle' | 'destroy' | 'logout', () => void> & {
    getState(): { isOpen: boolean }
    open(target: { view: string }): Promise<void>
    setLocale(locale: string): void
  }
  axe: { run(selector: string): Promise<{ violations: { id: string }[] }> }
}
