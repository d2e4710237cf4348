import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import type { RunningServer } from '@waypost/server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Tabs } from '../hostile-hosts/tabs.test.kit.js'
import { hasBrowser, hostWithWaypost, openPage } from './host-with-waypost.test.kit.js'

if (!hasBrowser) console.log('Skipped: there is no browser here to open a page with elements with.')

const tidemark = new URL('../tidemark/', import.meta.url)
const axe = readFileSync(
  createRequire(new URL('package.json', tidemark)).resolve('axe-core'),
  'utf8',
)

describe.skipIf(!hasBrowser)('a page with elements', () => {
  let waypost: RunningServer
  let browser: Browser
  let tabs: Tabs
  let hostUrl: string

  const answer: RequestListener = (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://host')
    let html = readFileSync(new URL('inline.html', import.meta.url), 'utf8')
    html = html.replace('http://127.0.0.1:8787', waypost.url)
    if (searchParams.has('strict')) {
      const nonce = randomBytes(16).toString('base64')
      html = html
        .replace(/<style>.*<\/style>/s, '')
        .replace('<script ', `<script nonce="${nonce}" `)
      response.setHeader('Content-Security-Policy', strict(nonce, waypost.url))
    }
    if (searchParams.has('tag')) html += `<script async src="${waypost.url}/waypost.js"></script>`
    if (searchParams.has('rtl')) html = html.replace('<html', '<html dir="rtl"')
    if (searchParams.has('inside')) {
      html = `<!doctype html><html lang="en"><title>Host</title><h1>Host</h1>
        <div id="help" style="height: 500px"></div>
        <script async src="${waypost.url}/waypost.js" data-mode="inline" data-inside="#help"></script>`
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(html)
  }

  hostWithWaypost(answer, (started) => {
    ;({ waypost, browser, tabs, hostUrl } = started)
  })

  /** A visitor of the page, whose elements are all there. */
  async function visit(query = '', options: BrowserContextOptions = {}) {
    const { page, complaints, leave } = await openPage(tabs, options)
    await page.goto(`${hostUrl}/${query}`)
    const [card, refund] = [
      page.locator('waypost-article').first(),
      page.locator('waypost-article').nth(1),
    ]
    const form = page.locator('waypost-contact-form')
    const requests = page.locator('waypost-requests')
    const panel = page.locator('waypost-panel')
    await card.getByRole('link', { name: 'Payment fees' }).waitFor()
    await refund.getByRole('heading', { name: 'Refund a payment' }).waitFor()
    await form.getByLabel('In one line').waitFor()
    await requests.getByText('Nothing under way').waitFor()
    await panel.getByText('Good to know').waitFor()
    return { page, leave, complaints, card, refund, form, requests, panel }
  }
  type Visit = Awaited<ReturnType<typeof visit>>

  async function ask({ form }: Visit, subject: string): Promise<void> {
    await form.getByLabel('In one line').fill(subject)
    await form.getByRole('textbox', { name: 'Your question' }).fill('It is not there.')
    await form.getByLabel('Your email').fill('nora@example.com')
    await form.getByRole('button', { name: 'Send' }).click()
    await form.getByText('We have your question').waitFor()
  }

  it('has all five without a script tag: in its outline, and it keeps its focus and place', async () => {
    const { page, complaints, leave } = await visit()
    expect(await focusOf(page)).toBe('body')
    expect(await page.evaluate(() => scrollY)).toBe(0)
    const levels = (await headingsOf(page)).map((heading) => heading.slice(0, 1))
    expect(levels.filter((level) => level === '1')).toEqual(['1'])
    expect(Math.max(...levels.map(Number))).toBe(4)
    expect(await headingsOf(page)).toEqual(
      expect.arrayContaining(['3 Refund a payment', '4 Refund or credit?', '3 Your requests']),
    )
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)

  it.each(['light', 'dark'] as const)(
    'can be used by everybody, when it is %s',
    async (scheme) => {
      const { page, leave } = await visit('', { colorScheme: scheme })
      expect(await violationsOf(page)).toEqual([])
      await leave()
    },
    60_000,
  )

  it('shows each article by itself, and others in its place, with a way back', async () => {
    const { page, card, refund, leave } = await visit()
    await card.getByRole('link', { name: 'Payment fees' }).focus()
    await page.keyboard.press('Enter')
    await card.getByRole('heading', { name: 'Payment fees' }).waitFor()
    expect(await focusOf(page)).toBe('Payment fees')
    expect(await refund.getByRole('heading', { name: 'Refund a payment' }).count()).toBe(1)
    await card.getByRole('button', { name: 'Back' }).focus()
    await page.keyboard.press('Enter')
    await card.getByRole('heading', { name: /^Get paid by card/ }).waitFor()
    expect(await focusOf(page)).toBe('Payment fees')
    await page.evaluate(() => {
      const [first] = document.querySelectorAll('waypost-article')
      Object.assign(first as HTMLElement, { articleId: 'payment-fees' })
    })
    await card.getByRole('heading', { name: 'Payment fees' }).waitFor()
    expect(await card.getByRole('button', { name: 'Back' }).count()).toBe(0)
    await leave()
  }, 60_000)

  it('sends by its form what then stands among its requests, and knows nobody after a logout', async () => {
    const here = await visit()
    const { page, complaints, form, requests, leave } = here
    await ask(here, 'The money is missing')
    await requests.getByRole('button', { name: /The money is missing/ }).click()
    await requests.getByText('It is not there.').waitFor()
    expect(await focusOf(page)).toBe('The money is missing')
    await form.getByRole('button', { name: 'Back to help' }).click()
    await form.getByLabel('In one line').fill('Half a thought')
    await page.addScriptTag({
      type: 'module',
      content: `import { createWaypost } from '${waypost.url}/waypost-elements.js'
        await createWaypost({ baseUrl: '${waypost.url}', launcher: 'none' }).logout()`,
    })
    await requests.getByText('Nothing under way').waitFor()
    expect(await form.getByLabel('In one line').inputValue()).toBe('')
    for (const words of ['The money is missing', 'It is not there.', 'Half a thought']) {
      expect(await page.getByText(words).count()).toBe(0)
    }
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(kept).not.toMatch(/thought|missing/)
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)

  it('shows the visitor of the script tag, and opens its panel unless the page leads there', async () => {
    const here = await visit('?tag')
    const { page, complaints, requests, leave } = here
    await page.getByRole('button', { name: 'Help', exact: true }).last().waitFor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.evaluate(() => {
      document.body.addEventListener('waypost-target-chosen', (e) => e.preventDefault(), {
        once: true,
      })
    })
    await requests.getByRole('button', { name: 'Ask us' }).click()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await requests.getByRole('button', { name: 'Ask us' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Ask us' }).waitFor()
    // The panel is made of what the elements have fetched.
    expect(asked.filter((path) => path.endsWith('.js') && !path.includes('chunks'))).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await focusOf(page)).toContain('Ask us')
    await page.evaluate(() => (window as never as Host).waypost.setLocale('sv'))
    await requests.getByRole('heading', { name: 'Dina ärenden' }).waitFor()
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)

  it('holds under the strictest policy', async () => {
    const here = await visit('?strict')
    const { complaints, card, requests, panel, leave } = here
    await card.getByRole('link', { name: 'Payment fees' }).click()
    await card.getByRole('heading', { name: 'Payment fees' }).waitFor()
    await ask(here, 'Under a policy')
    await requests.getByRole('button', { name: /Under a policy/ }).click()
    await requests.getByText('It is not there.').waitFor()
    await panel
      .getByRole('button', { name: /Refund a payment|Forgot your password/ })
      .or(panel.getByRole('link', { name: 'Forgot your password' }))
      .first()
      .click()
    await panel.getByRole('button', { name: 'Back' }).waitFor()
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)

  it.each(['', '?rtl'])(
    'fits into a narrow column: %s',
    async (query) => {
      const { page, leave } = await visit(query, { viewport: { width: 320, height: 640 } })
      const sizes = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        ...[...document.querySelectorAll('[heading-level]')].map(({ scrollWidth }) => scrollWidth),
      ])
      expect(Math.max(...sizes)).toBeLessThanOrEqual(320)
      await leave()
    },
    60_000,
  )

  it('holds the panel of the script tag in a place of its own, which nothing closes', async () => {
    const page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(`${hostUrl}/?inside`)
    await page.getByRole('heading', { name: 'How can we help?' }).waitFor()
    expect(await focusOf(page)).toBe('body')
    const box = await page.locator('#help > *').boundingBox()
    expect(box).toMatchObject({ height: 500, x: 8, width: (page.viewportSize()?.width ?? 0) - 16 })
    await page.evaluate(() => (window as never as Host).waypost.openForm())
    await page.getByLabel('In one line').waitFor()
    expect(await focusOf(page)).toBe('Ask us')
    await page.keyboard.press('Escape')
    await page.evaluate(() => (window as never as Host).waypost.close())
    await page.getByLabel('In one line').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Close' }).count()).toBe(0)
    expect(await page.locator('waypost-launcher').count()).toBe(0)
    await page.close()
  }, 60_000)

  it('goes with the pages of a router, and is a window where there is no place for it', async () => {
    const page = await browser.newPage()
    await page.goto(`${hostUrl}/?inside`)
    const inside = page.locator('#help').getByRole('heading', { name: 'How can we help?' })
    await inside.waitFor()
    const place = await page.evaluateHandle(() => {
      const help = document.querySelector('#help') as HTMLElement
      help.remove()
      return help.cloneNode() as HTMLElement
    })
    await page.getByRole('button', { name: 'Help' }).click()
    const window = page.getByRole('dialog').getByRole('heading', { name: 'How can we help?' })
    await window.waitFor()
    await page.evaluate((help) => document.body.append(help), place)
    expect(await window.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await inside.waitFor()
    expect(await page.locator('waypost-launcher').count()).toBe(0)
    await page.evaluate(() => (window as never as Host).waypost.openForm())
    await page.locator('#help').getByLabel('In one line').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.close()
  }, 60_000)

  it('searches in its panel, from the key that is written in the field', async () => {
    const { page, complaints, panel, leave } = await visit()
    await panel.getByRole('button', { name: 'Requests' }).focus()
    await page.keyboard.press('/')
    await panel.getByRole('button', { name: 'Back' }).waitFor()
    await page.waitForFunction(() => {
      const view = document.querySelector('waypost-panel')?.shadowRoot?.activeElement
      return view?.shadowRoot?.activeElement?.localName === 'input'
    })
    await page.keyboard.type('refund')
    await panel.getByRole('link', { name: /^Refund a payment/ }).click()
    await panel.getByRole('heading', { name: 'Refund a payment' }).waitFor()
    expect(await focusOf(page)).toBe('Refund a payment')
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)

  it('has of us no node, listener or widget left when elements have gone a hundred times', async () => {
    const { page, complaints, leave } = await visit()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    const counts = async () => {
      await cdp.send('HeapProfiler.collectGarbage')
      const { metrics } = await cdp.send('Performance.getMetrics')
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
      return { nodes: of('Nodes'), listeners: of('JSEventListeners') }
    }
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('[heading-level]')) element.remove()
    })
    const comeAndGo = (times: number) =>
      page.evaluate(async (times) => {
        for (let time = 0; time < times; time++) {
          const article = document.createElement('waypost-article')
          const form = document.createElement('waypost-contact-form')
          article.setAttribute('article-id', 'refund-a-payment')
          document.body.append(article, form)
          if (time % 5 === 0) {
            while (!form.shadowRoot?.querySelector('waypost-contact-view')) {
              await new Promise((done) => setTimeout(done))
            }
          }
          // Moved, and then gone.
          document.body.prepend(article)
          article.remove()
          form.remove()
        }
        await new Promise((done) => requestIdleCallback(done))
      }, times)
    await comeAndGo(10)
    const before = await counts()
    await comeAndGo(100)
    const after = await counts()
    expect(after.listeners - before.listeners).toBeLessThan(20)
    expect(after.nodes - before.nodes).toBeLessThan(100)
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)
})

interface Host {
  waypost: { setLocale(locale: string): void; openForm(): Promise<void>; close(): void }
}

const strict = (nonce: string, waypost: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `connect-src ${waypost}`,
    `img-src ${waypost}`,
    "style-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

/** What has the focus, through shadow roots: its text, or its name. */
const focusOf = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    if (active === document.body) return 'body'
    return active?.textContent?.trim() || active?.localName || ''
  })

/** As listeners are told: level and words. */
async function headingsOf(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page)
  const { nodes } = await cdp.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ role, ignored }) => role?.value === 'heading' && !ignored)
    .map(({ properties = [], name }) => {
      const level = properties.find((property) => property.name === 'level')?.value.value
      return `${level} ${name?.value}`
    })
}

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as never as { axe: { run(options: object): Promise<Results> } }
    // The page has two searches and many tables: of one name, as they are for the same.
    const { violations } = await axe.run({ rules: { 'landmark-unique': { enabled: false } } })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}
interface Results {
  violations: { id: string; nodes: { html: string }[] }[]
}
