import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { RunningServer } from '@waypost/server'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTabs, type Tabs } from '../hostile-hosts/tabs.test.kit.js'
import { startTidemark } from './server/start-tidemark.js'
import { violationsOf } from './violations-of.test.kit.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)
if (!hasBrowser) console.log('Skipped: there is no browser here to open the help centre with.')

/** What an article's page may weigh as it is sent, without pictures: 60 kB. */
const HEAVIEST = 60_000

/** Every rule in every language and scheme, as `pnpm proof` asks; else where they differ most. */
const isWhole = process.env.WAYPOST_WHOLE === '1'

const data = mkdtempSync(join(tmpdir(), 'tidemark-help-'))
let server: RunningServer
beforeAll(async () => {
  server = await startTidemark({ data, env: { WAYPOST_UNLIMITED: 'true' }, port: '0' })
}, 60_000)
afterAll(async () => {
  await server.close()
  rmSync(data, { recursive: true, force: true })
})

/** Each address is asked for once, and says the same to all who look at it. */
const asked = new Map<string, Promise<Answer>>()
function ask(path: string): Promise<Answer> {
  const answer = asked.get(path) ?? answerOf(server.url + path)
  asked.set(path, answer)
  return answer
}
/** What can be wrong in the dark alone. */
const ofTheDark = isWhole ? [] : ['color-contrast', 'link-in-text-block']

const text = async (path: string) => (await ask(path)).text
const locales = ['en', 'sv', 'da', 'nb', 'uk']

/** Every page that the map names, as a path. */
async function mapped(): Promise<string[]> {
  const map = await text('/help/sitemap.xml')
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place = '']) => new URL(place).pathname)
}

describe('the help centre of Tidemark', () => {
  it('has every article that the demo holds, in five languages', async () => {
    const paths = await mapped()
    for (const locale of locales) {
      const own = paths.filter((path) => path.startsWith(`/help/${locale}/articles/`))
      expect(own.length, locale).toBeGreaterThanOrEqual(36)
    }
    for (const path of paths) expect((await ask(path)).status, path).toBe(200)
  })

  it('links to nothing that is not there', async () => {
    const paths = await mapped()
    const links = new Map<string, string>()
    for (const path of paths) {
      for (const [, to = ''] of (await text(path)).matchAll(/ (?:href|src)="(\/[^"#]*)/g)) {
        links.set(to.replaceAll('&amp;', '&'), path)
      }
    }
    expect(links.size).toBeGreaterThan(paths.length)
    const dead: string[] = []
    for (const [to, from] of links) {
      if ((await ask(to)).status >= 400) dead.push(`${from} → ${to}`)
    }
    expect(dead).toEqual([])
  }, 60_000)

  it(`sends no more than ${HEAVIEST / 1000} kB for any article: page, styles and script`, async () => {
    const heavy: string[] = []
    for (const path of (await mapped()).filter((each) => each.includes('/articles/'))) {
      const files = (await text(path)).matchAll(
        /<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)"/g,
      )
      const loaded = [path, ...[...files].map(([, file = '']) => file)]
      expect(loaded).toHaveLength(3)
      const answers = await Promise.all(loaded.map(ask))
      const sum = answers.reduce((all, { size }) => all + size, 0)
      if (sum > HEAVIEST) heavy.push(`${path}: ${sum}`)
    }
    expect(heavy).toEqual([])
  }, 60_000)
})

interface Answer {
  status: number
  /** Bytes of the body as a browser gets them, compressed where the server does so. */
  size: number
  text: string
}

function answerOf(url: string): Promise<Answer> {
  const headers = { 'Accept-Encoding': 'br' }
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        const isPacked = answer.headers['content-encoding'] === 'br'
        const text = (isPacked ? brotliDecompressSync(body) : body).toString()
        resolve({ status: answer.statusCode ?? 0, size: body.length, text })
      })
    }).on('error', reject)
  })
}

describe.skipIf(!hasBrowser)('its pages in a browser', () => {
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

  async function open(options: BrowserContextOptions = {}) {
    const page = await tabs.take(options)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      const isOurs = !/the server responded with a status of 404/.test(message.text())
      if (['error', 'warning'].includes(message.type()) && isOurs) complaints.push(message.text())
    })
    return { page, complaints, close: () => tabs.giveBack(page) }
  }

  async function visit(path: string, options: BrowserContextOptions = {}) {
    const opened = await open(options)
    await opened.page.goto(server.url + path)
    return opened
  }

  async function samples(locale: string): Promise<string[]> {
    const paths = (await mapped()).filter((path) => path.startsWith(`/help/${locale}`))
    const long = paths.filter((path) => path.includes('/articles/')).slice(0, 2)
    const collection = paths.find((path) => path.includes('/collections/')) ?? ''
    const narrowed = 'search?q=a&collection=invoices'
    const searches = [
      'search',
      'search?q=a',
      narrowed,
      'search?q=2fa',
      'search?q=zzzzzz',
      'nowhere',
    ]
    const course = `/help/${locale}/courses/get-paid-on-time`
    return [
      `/help/${locale}`,
      `/help/${locale}/learn`,
      course,
      `${course}/terms-that-work`,
      collection,
      ...long,
      ...searches.map((to) => `/help/${locale}/${to}`),
    ]
  }

  it.each(locales)(
    'are accessible in %s, fit a phone, and break no rule',
    async (locale) => {
      // One tab for all of them: to open one costs six times what a page in it does.
      const { page, complaints, close } = await open()
      for (const path of await samples(locale)) {
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.emulateMedia({ colorScheme: 'light' })
        await page.goto(server.url + path)
        // Colours are the same in every language; what is too long for its place shows at 320.
        if (locale === 'en') {
          expect(await violationsOf(page), path).toEqual([])
          await page.emulateMedia({ colorScheme: 'dark' })
          expect(await violationsOf(page, ...ofTheDark), `${path} in the dark`).toEqual([])
        }
        await page.setViewportSize({ width: 320, height: 640 })
        if (isWhole || ['en', 'uk'].includes(locale)) {
          expect(await violationsOf(page), `${path} at 320`).toEqual([])
        }
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `${path} at 320`).toBe(0)
        expect(complaints, path).toEqual([])
      }
      await close()
    },
    120_000,
  )

  it('work without any script: search, languages, contents', async () => {
    const options = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }
    const { page, close } = await visit('/help/uk', options)
    await page.getByRole('searchbox').fill('рахунок')
    await page.getByRole('button', { name: 'Знайти' }).click()
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('рахунок')
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
    await page.locator('article.prose').waitFor()
    await page.locator('details.menu summary').click()
    await page.locator('details.menu').getByRole('link', { name: 'English' }).click()
    await page.locator('article.prose').waitFor()
    expect(page.url()).toContain('/help/en/articles/')
    await close()
  })

  it('narrow what was found to a collection, and lead from an English word to the Swedish article', async () => {
    const { page, close } = await visit('/help/sv/search?q=betalning', { javaScriptEnabled: false })
    const hits = page.locator('.hits > li')
    const all = await hits.count()
    const filter = page.getByRole('navigation', { name: 'Avgränsa träffarna' })
    await filter.getByRole('link', { name: 'Moms och skatt' }).click()
    await page.waitForURL('**/search?q=betalning&collection=tax')
    expect(await hits.count()).toBeLessThan(all)
    expect(await page.getByRole('status').textContent()).toContain('Moms och skatt')

    await page.getByRole('searchbox').fill('reimbursement')
    await page.getByRole('searchbox').press('Enter')
    await page.getByRole('link', { name: 'Återbetala en betalning' }).click()
    await page.waitForURL('**/help/sv/articles/*')
    await close()
  })

  it('show results while one types, and lead to all of them with Enter', async () => {
    const { page, complaints, close } = await visit('/help/en')
    const before = await page.locator('form.find').boundingBox()
    await page.getByRole('searchbox').click()
    await page.keyboard.type('remind')
    const field = page.locator('waypost-search').getByRole('searchbox')
    await field.waitFor()
    await expect.poll(() => field.inputValue()).toBe('remind')
    await page.keyboard.type('er')
    const results = page.locator('waypost-search').getByRole('link')
    await results.first().waitFor()
    expect(await page.locator('form.find').boundingBox()).toEqual(before)
    expect(await page.locator('waypost-search [part=field]').boundingBox()).toEqual(before)
    expect(await violationsOf(page)).toEqual([])
    await field.press('Enter')
    await page.waitForURL('**/help/en/search?q=reminder')
    expect(complaints).toEqual([])
    await close()
  })

  it('move nothing as they load', async () => {
    const { page, close } = await visit('/help/en/articles/two-step-sign-in')
    await page.locator('article img').first().waitFor()
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          const observer = new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as { value?: number } & PerformanceEntry).value ?? 0
          })
          observer.observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
        }),
    )
    expect(moved).toBe(0)
    await close()
  })

  it('are a link away from the app, in its language', async () => {
    const { page, close } = await visit('/dashboard')
    await page.getByRole('link', { name: 'Help centre' }).click()
    await page.getByRole('heading', { name: 'How can we help?' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/help/en')
    await close()
  })

  it('begin with a way to their content, and show where the keyboard is', async () => {
    const { page, close } = await visit('/help/en')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to content' })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const ring = await page.evaluate(() => {
      const focused = document.activeElement
      return focused ? getComputedStyle(focused).boxShadow : 'none'
    })
    expect(ring).not.toBe('none')
    await close()
  })
})
