import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningServer } from '@waypost/server'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTabs, type Tabs } from '../hostile-hosts/tabs.test.kit.js'
import { startTidemark } from './server/start-tidemark.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)
if (!hasBrowser) console.log('Skipped: there is no browser here to open Tidemark with.')

const data = mkdtempSync(join(tmpdir(), 'tidemark-'))
let server: RunningServer
beforeAll(async () => {
  server = await startTidemark({ data, env: {}, port: '0' })
}, 60_000)
afterAll(async () => {
  await server.close()
  rmSync(data, { recursive: true, force: true })
})

const as = (person: string) => ({ headers: { Cookie: `tidemark_person=${person}` } })
const get = (path: string, init?: RequestInit) => fetch(server.url + path, init)
const post = (path: string, init?: RequestInit) => get(path, { method: 'POST', ...init })

const paths = [
  '/dashboard',
  '/invoices',
  '/invoices?status=credited',
  '/invoices/1042',
  '/invoices/1045',
  '/invoices/draft-1',
  '/invoices/new',
  '/customers',
  '/customers/nordlys',
  '/payments',
  '/payments/unmatched',
  '/theme',
  ...['business', 'vat', 'payments', 'bank', 'reminders', 'template', 'email', 'account'].map(
    (section) => `/settings/${section}`,
  ),
]

describe('the server of Tidemark', () => {
  it('answers every page under a strict policy, with a nonce of its own', async () => {
    const nonces = new Set<string>()
    for (const path of ['/', ...paths]) {
      const response = await get(path)
      const policy = response.headers.get('content-security-policy') ?? ''
      const nonce = /'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("require-trusted-types-for 'script'")
      const scripts = (await response.text()).match(/<script[^>]*>/g) ?? []
      expect(scripts).toHaveLength(2)
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(paths.length + 1)
  })

  it('leaves everything else to Waypost on the same address', async () => {
    const found = await (await get('/v1/search?q=reminder')).json()
    expect(found.items[0]).toMatchObject({ articleId: 'invoice-reminders' })
    expect((await get('/nowhere')).headers.get('content-type')).toContain('problem+json')
    for (const path of ['/app/../package.json', '/app/%2e%2e/package.json', '/app/.env']) {
      expect((await get(path)).status).toBe(404)
    }
  })

  it('signs the identity of whoever is signed in, and Waypost believes it', async () => {
    const response = await post('/demo/sign-in?as=oleh')
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly; SameSite=Lax')
    const headers = { Cookie: cookie.split(';')[0] ?? '' }
    const identityToken = await (await get('/demo/identity', { headers })).text()
    const session = await post('/v1/sessions?site=tidemark', {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ identityToken }),
    })
    expect(session.status).toBe(201)
    expect(await session.json()).toMatchObject({ customer: { name: 'Oleh Bondarenko' } })
  })

  it('signs nobody who has signed out, and lets no other site sign anybody in', async () => {
    expect((await get('/demo/identity')).status).toBe(401)
    expect((await get('/demo/identity', as('nobody'))).status).toBe(401)
    expect((await get('/demo/identity', as('toString'))).status).toBe(401)
    expect((await post('/demo/sign-in?as=mallory')).status).toBe(400)
    const foreign = { headers: { 'Sec-Fetch-Site': 'cross-site' } }
    expect((await post('/demo/sign-in?as=ada', foreign)).status).toBe(403)
    expect((await get('/demo/sign-in?as=ada')).status).toBe(404)
  })

  it('keeps its secret for its owner alone', () => {
    expect(statSync(join(data, 'identity-secret')).mode & 0o777).toBe(0o600)
  })

  it('says in one line that a port is taken', async () => {
    const { port } = new URL(server.url)
    const other = mkdtempSync(join(tmpdir(), 'tidemark-'))
    const refused = startTidemark({ data: other, env: {}, port })
    await expect(refused).rejects.toThrow(`Port ${port} is taken.`)
    rmSync(other, { recursive: true, force: true })
  })
})

describe.skipIf(!hasBrowser)('the pages of Tidemark', () => {
  let browser: Browser
  let tabs: Tabs
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-dev-shm-usage']
    browser = await chromium.launch({ executablePath, args })
    tabs = createTabs(browser, {
      ...{ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' },
    })
  }, 60_000)
  afterAll(() => browser.close())

  interface Visit {
    person?: string
    /** One that only writes down what it is told, the one that was built, or none at all. */
    widget?: 'recording' | 'built' | 'none'
  }

  /** Opens a page for somebody who was never there; `complaints` is all that the browser objected to. */
  async function visit(path: string, options: Visit = {}) {
    const { person = 'ada', widget = 'recording' } = options
    const page = await tabs.take()
    await page.context().addCookies([{ name: 'tidemark_person', value: person, url: server.url }])
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.route('**/waypost.js', (route) => {
      if (widget === 'built') return route.continue()
      if (widget === 'none') return route.abort()
      return route.fulfill({ contentType: 'text/javascript', body: recordingWidget })
    })
    await page.goto(server.url + path)
    await page.locator('h1').waitFor()
    return { page, complaints, close: () => tabs.giveBack(page) }
  }

  it('are accessible in light and dark, fit a phone, and break no rule', async () => {
    const { page, complaints, close } = await visit('/')
    for (const path of paths) {
      await go(page, path)
      expect(await violationsOf(page), path).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violationsOf(page, 'color-contrast'), `${path}, dark`).toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 320, height: 640 })
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path).toBe(320)
      await page.setViewportSize({ width: 1280, height: 800 })
    }
    expect(complaints).toEqual([])
    await close()
  }, 60_000)

  it('are found again by their address', async () => {
    const { page, close } = await visit('/')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/dashboard')
    await page.getByRole('link', { name: 'Invoices', exact: true }).click()
    await page.getByRole('link', { name: 'Invoice 1042' }).click()
    expect(await page.locator('h1').textContent()).toBe('Invoice 1042')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.reload()
    expect(await page.title()).toBe('Invoice 1042 – Tidemark')
    await page.goBack()
    expect(await page.title()).toBe('Invoices – Tidemark')
    await close()
  })

  it('change hands, and come back to the page that was asked for', async () => {
    const { page, complaints, close } = await visit('/invoices/1042')
    await page.getByRole('button', { name: /^Account: Ada Lindqvist/ }).click()
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.getByRole('heading', { name: 'Log in to Tidemark' }).waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(await toldOf(page)).toEqual([['identify', 'function'], ['logout']])

    await page.goto(`${server.url}/settings/vat`)
    await page.getByRole('button', { name: /^Oleh Bondarenko/ }).click()
    await page.getByRole('heading', { name: 'VAT' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/settings/vat')
    await page.reload()
    await page.getByRole('button', { name: /^Account: Oleh Bondarenko/ }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('tell the widget who is here and in which language, and ask it for help', async () => {
    const { page, close } = await visit('/invoices/1042')
    await page.getByRole('button', { name: 'Need help with reminders?' }).click()
    await page.getByRole('link', { name: 'Ask us about this invoice' }).click()
    await page.getByRole('button', { name: /^Account/ }).click()
    await page.getByLabel('Language').selectOption('sv')
    expect(await page.getByRole('link', { name: 'Fakturor' }).count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('sv')
    expect(await toldOf(page)).toEqual([
      ['identify', 'function'],
      ['showArticle', 'invoice-reminders'],
      ['openForm', { subject: 'Invoice 1042', kind: 'question', hidden: { plan: 'Solo' } }],
      ['setLocale', 'sv'],
    ])
    await page.reload()
    await page.getByRole('link', { name: 'Fakturor' }).waitFor()
    await close()
  })

  it('do without the widget: no dead buttons, and support by email', async () => {
    const { page, complaints, close } = await visit('/invoices/1042', { widget: 'none' })
    expect(await page.getByRole('button', { name: 'Need help with reminders?' }).count()).toBe(0)
    const support = page.getByRole('link', { name: 'Contact support' })
    expect(await support.getAttribute('href')).toMatch(/^mailto:/)
    expect(complaints.filter((text) => !text.includes('ERR_FAILED'))).toEqual([])
    await close()
  })

  it('let in the widget that was built, without an exception to the policy', async ({ skip }) => {
    if (!(await get('/waypost.js')).ok) skip('not built: pnpm build')
    const { page, complaints, close } = await visit('/invoices/1042', { widget: 'built' })
    await page.getByRole('button', { name: 'Need help with reminders?' }).click()
    await page.getByRole('heading', { name: 'Remind a customer about an unpaid invoice' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('answer to what is done: a reminder, a menu by keyboard, a new invoice', async () => {
    const { page, complaints, close } = await visit('/invoices/1042')
    await page.getByRole('button', { name: 'Send reminder' }).click()
    const dialog = page.getByRole('dialog', { name: 'Remind Lin Bageri' })
    expect(await dialog.getByLabel('Reminder text').inputValue()).toMatch(/SEK\s10,562.50/)
    expect(await violationsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Send reminder' }).click()
    await page.getByText('Reminder sent to lin@linbageri.example.').waitFor()
    expect(await page.getByRole('button', { name: 'Reminded today' }).isDisabled()).toBe(true)

    await page.getByRole('button', { name: 'More' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Credit invoice')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('more')

    await go(page, '/invoices/new')
    await page.getByLabel('Customer', { exact: true }).selectOption({ label: 'Maya Lind' })
    await page.getByLabel('Line 1: description').fill('Retouching')
    await page.getByLabel('Line 1: quantity').fill('4')
    await page.getByLabel('Line 1: price before VAT').fill('950,50')
    const totals = page.getByRole('region', { name: 'Totals' })
    expect(await totals.textContent()).toMatch(/SEK\s4,752.50/)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('heading', { name: 'Invoice 1047' }).waitFor()
    expect(await toldOf(page)).toContainEqual(['track', 'invoice.sent'])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: 'New invoice' }).waitFor()
    expect(await page.getByLabel('Line 1: description').inputValue()).toBe('Retouching')
    expect(complaints).toEqual([])
    await close()
  })
})

/** Stands in for the embed script; a function among what it is told counts as `function`. */
const recordingWidget = `
  window.told = []
  window.waypost = new Proxy({}, { get: (_, name) => name === 'then' ? undefined : (...words) => {
    told.push([name, ...words.map((word) => typeof word === 'function' ? 'function' : word)])
  } })
`

const toldOf = (page: Page) => page.evaluate(() => (window as unknown as { told: unknown[] }).told)

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Goes to another page as the Back button does, without loading the document again. */
const go = (page: Page, path: string) =>
  page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

/** What axe objects to, in short. */
async function violationsOf(page: Page, ...rules: string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource)
  const options = { resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: rules }) }
  const results = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
