import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AgentClient, createAgentClient } from '@waypost/sdk/client'
import type { RunningServer } from '@waypost/server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTabs, type Tabs } from '../hostile-hosts/tabs.test.kit.js'
import { startTidemark } from './server/start-tidemark.js'
import { violationsOf } from './violations-of.test.kit.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)
if (!hasBrowser) console.log('Skipped: there is no browser here to ask with.')

/** Every state and rule in every language and scheme, as `pnpm proof` asks; else where they differ. */
const isWhole = process.env.WAYPOST_WHOLE === '1'
/** What can be wrong in the dark alone. */
const ofTheDark = isWhole ? [] : ['color-contrast', 'link-in-text-block']

/** One pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

describe.skipIf(!hasBrowser)('asking in the help centre', () => {
  const data = mkdtempSync(join(tmpdir(), 'tidemark-ask-'))
  let server: RunningServer
  let browser: Browser
  let tabs: Tabs
  let agent: AgentClient

  beforeAll(async () => {
    server = await startTidemark({ data, env: { WAYPOST_UNLIMITED: 'true' }, port: '0' })
    const { token } = await server.world.agents.add({
      ...{ email: 'noor@tidemark.test', name: 'Noor', role: 'agent' },
    })
    agent = createAgentClient({ baseUrl: server.url, token })
    const args = ['--no-sandbox', '--disable-dev-shm-usage']
    browser = await chromium.launch({ executablePath, args })
    tabs = createTabs(browser, {
      ...{ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' },
    })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(data, { recursive: true, force: true })
  })

  async function visit(path: string, options: BrowserContextOptions = {}) {
    const page = await tabs.take(options)
    await page.goto(server.url + path)
    return { page, close: () => tabs.giveBack(page) }
  }

  const newest = async () => (await agent.tickets.list()).items[0]

  it('goes from search to a reopened request without any script, in Ukrainian, on a phone', async () => {
    const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }
    const { page, close } = await visit('/help/uk', phone)
    const main = page.getByRole('main')
    const button = (name: string) => main.getByRole('button', { name })
    const field = (name: string) => main.getByRole('textbox', { name })

    await page.getByRole('searchbox').fill('оплата карткою не пройшла')
    await page.getByRole('button', { name: 'Знайти' }).click()
    await main.getByRole('link', { name: 'Якщо оплата карткою не пройшла' }).first().click()
    await main.getByRole('heading', { level: 1, name: 'Якщо оплата карткою' }).waitFor()
    const article = page.url()
    await button('Ні').click()
    await main.getByRole('radio', { name: 'У мене це не спрацювало' }).check()
    await button('Надіслати').click()
    await main.getByText('Автори сторінки прочитають вашу відповідь.').waitFor()
    await main.getByRole('link', { name: 'Запитати нас' }).click()

    await main.getByRole('radio', { name: 'Проблема' }).check()
    const model = field('Який телефон?')
    expect(await model.isVisible()).toBe(false)
    await main.getByRole('combobox', { name: 'Де це стається?' }).selectOption('У телефоні')
    await model.fill('iPhone 15')
    const picture = { name: 'квитанція.png', mimeType: 'image/png', buffer: PICTURE }
    await main.locator('input[type=file]:visible').setInputFiles(picture)
    await field('Одним рядком').fill('З картки двічі списали оплату')
    await field('Що сталося?').fill('По 149 крон.\n\nДив. https://example.com/r')
    await field('Ваша електронна адреса').fill('oleh@')
    await main.getByRole('checkbox').check()
    await button('Надіслати').click()

    const summary = main.getByRole('alert')
    await summary.getByText('Перед надсиланням виправте 1 поле').waitFor()
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true)
    expect(await field('Що сталося?').inputValue()).toBe(
      'По 149 крон.\n\nДив. https://example.com/r',
    )
    expect(await main.getByRole('radio', { name: 'Проблема' }).isChecked()).toBe(true)
    expect(await model.inputValue()).toBe('iPhone 15')
    expect(await main.getByRole('checkbox', { name: 'квитанція.png' }).isChecked()).toBe(true)
    await summary.getByRole('link').click()
    expect(new URL(page.url()).hash).toBe('#_email')
    await main.getByText('Бракує частини після @').waitFor()
    await field('Ваша електронна адреса').fill('oleh@example.com')
    await button('Надіслати').click()

    await main.getByRole('heading', { name: 'Ми отримали ваше запитання' }).waitFor()
    const ticket = await newest()
    const id = ticket?.id ?? ''
    expect(ticket).toMatchObject({ channel: 'portal', kind: 'problem', status: 'new' })
    expect(ticket?.fields).toEqual({ where: 'phone', model: 'iPhone 15' })
    expect(new URL(ticket?.context.url ?? '').pathname).toBe(new URL(article).pathname)
    await main.getByText(ticket?.reference ?? 'no reference').waitFor()
    const link = await field('Посилання на ваш запит').inputValue()

    await agent.tickets.reply(id, { message: 'Друге списання — **наша помилка**.' })
    await page.goto(server.url + new URL(link).pathname)
    await main.getByText('наша помилка').waitFor()
    const shown = main.getByRole('img', { name: 'Зображення квитанція.png' })
    await shown.scrollIntoViewIfNeeded()
    await expect.poll(() => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1)
    await main.getByText('Чекає на вас').waitFor()
    await field('Написати відповідь').fill('Дякую! А квитанція?')
    await button('Надіслати').click()
    await main.getByText('Ми отримали вашу відповідь.').waitFor()
    expect((await agent.tickets.get(id)).status).toBe('open')

    await button('Я маю відповідь').click()
    await main.getByText('Усе-таки не вирішено?').waitFor()
    expect((await agent.tickets.get(id)).status).toBe('solved')
    await button('Відкрити знову').click()
    await main.getByText('Запит знову відкрито, він у нас.').waitFor()
    expect((await agent.tickets.get(id)).status).toBe('open')

    await page.locator('details.menu summary').click()
    await page.locator('details.menu').getByRole('link', { name: 'Ваші запити' }).click()
    await main.getByRole('link', { name: 'З картки двічі списали оплату' }).waitFor()
    await button('Забути на цьому пристрої').click()
    await main.getByText('Цей браузер забув ваші запити.').waitFor()
    await close()
  }, 60_000)

  it('keeps a draft through a reload and another tab, until it has been sent', async () => {
    const { page, close } = await visit('/help/en/contact')
    await page.getByRole('radio', { name: 'A complaint' }).check()
    await page.getByRole('textbox', { name: 'In one line' }).fill('Two invoices at once')
    await page.getByRole('textbox', { name: 'What went wrong?' }).fill('Both were sent.')
    await page.getByText('Draft kept').waitFor()
    await page.reload()
    await page.getByText('We kept what you wrote.').waitFor()
    const other = await page.context().newPage()
    await other.goto(`${server.url}/help/en/contact`)
    for (const tab of [page, other]) {
      const message = tab.getByRole('textbox', { name: 'What went wrong?' })
      expect(await message.inputValue()).toBe('Both were sent.')
    }
    await page.getByRole('textbox', { name: 'Your email' }).fill('maya@example.com')
    await page.locator('#_consent').check()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'We have your question' }).waitFor()
    await other.reload()
    expect(await other.getByRole('textbox', { name: 'In one line' }).inputValue()).toBe('')
    expect(await other.evaluate(() => localStorage.length)).toBe(0)
    await other.close()
    await close()
  })

  it('brings a draft back beside the words that come along from a search', async () => {
    const { page, close } = await visit('/help/en/contact')
    const field = (name: string) => page.getByRole('textbox', { name })
    await field('Your question').fill('A long letter')
    await page.getByText('Draft kept').waitFor()
    await page.goto(`${server.url}/help/en/contact?subject=late+fee`)
    await page.getByText('We kept what you wrote.').waitFor()
    expect(await field('In one line').inputValue()).toBe('late fee')
    expect(await field('Your question').inputValue()).toBe('A long letter')
    await page.getByRole('button', { name: 'Start over' }).click()
    expect(await field('In one line').inputValue()).toBe('late fee')
    expect(await field('Your question').inputValue()).toBe('')
    await close()
  })

  it('has every word again when somebody reads an article and goes back, without any script', async () => {
    const { page, close } = await visit('/help/en/contact', { javaScriptEnabled: false })
    const field = (name: string) => page.getByRole('textbox', { name })
    await field('In one line').fill('Two invoices')
    await field('Your question').fill('Both were sent.')
    await page.goto(`${server.url}/help/en/articles/invoice-reminders`)
    await page.goBack()
    expect(await field('In one line').inputValue()).toBe('Two invoices')
    expect(await field('Your question').inputValue()).toBe('Both were sent.')
    await close()
  })

  it('marks what was found so that it is read in forced colours, too', async () => {
    const { page, close } = await visit('/help/en/search?q=late+fee', {
      ...{ forcedColors: 'active', colorScheme: 'dark' },
    })
    const [ink, behind] = await page
      .locator('mark')
      .first()
      .evaluate((mark) => {
        const probe = Object.assign(document.createElement('i'), { hidden: true })
        document.body.append(probe)
        const system = (name: string) => {
          probe.style.color = name
          return getComputedStyle(probe).color
        }
        const { color, backgroundColor } = getComputedStyle(mark)
        return [color === system('MarkText'), backgroundColor === system('Mark')]
      })
    expect([ink, behind]).toEqual([true, true])
    await close()
  })

  it('tells times as they are where the reader is', async () => {
    const { page, close } = await visit('/help/en/contact?subject=When', {
      timezoneId: 'Asia/Tokyo',
    })
    await asks(page)
    const said = await page.locator('time').first().textContent()
    const at = new Date((await newest())?.createdAt ?? '')
    const clock = { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tokyo' } as const
    expect(said).toContain(at.toLocaleTimeString('en-GB', clock))
    await close()
  })

  it('moves nothing as its times become those of the reader, however late the script comes', async () => {
    const { page, close } = await visit('/help/en/contact?subject=Still', {
      viewport: { width: 390, height: 844 },
    })
    await asks(page)
    const sent = page.url()
    await page.route('**/portal.*.js', async (route) => {
      const response = await route.fetch()
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.fulfill({ response })
    })
    for (const address of [sent, sent.replace('?sent', '')]) {
      await page.goto(address)
      const moved = await page.evaluate(async () => {
        let sum = 0
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as never as { value: number }).value
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        await new Promise((resolve) => setTimeout(resolve, 500))
        return sum
      })
      expect(moved, address).toBe(0)
      expect(await page.locator('time').first().textContent()).not.toContain('UTC')
    }
    await close()
  })

  it.each(['en', 'uk'])(
    'is accessible in %s in every state, light and dark, wide and narrow',
    async (locale) => {
      const { page, close } = await visit(`/help/${locale}/contact`)
      const look = async (state: string) => {
        // Colours are the same in every language.
        const schemes = isWhole || locale === 'en' ? (['light', 'dark'] as const) : []
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme })
          const rules = colorScheme === 'dark' ? ofTheDark : []
          expect(await violationsOf(page, ...rules), `${state}, ${colorScheme}`).toEqual([])
        }
        await page.setViewportSize({ width: 320, height: 640 })
        expect(await violationsOf(page), `${state} at 320`).toEqual([])
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
        expect(scrollWidth, `${state} at 320`).toBe(clientWidth)
        await page.setViewportSize({ width: 1280, height: 800 })
      }
      await page.locator('label', { has: page.locator('[value=problem]') }).click()
      await page.locator('select:visible').first().selectOption('phone')
      await page.locator('[data-field=model] input').waitFor()
      await look('the form')
      await page.locator('main form button').click()
      await page.locator('.summary').waitFor()
      await look('what is wrong')
      await page.locator('#_subject').fill('Payment')
      await page.locator('[data-field=model] input').fill('Fairphone 5')
      await asks(page)
      await look('sent')
      await page.locator('.after .btn.main').click()
      await page.locator('#_reply button').click()
      await page.locator('#_message[aria-invalid]').waitFor()
      await look('an empty reply')
      await agent.tickets.reply((await newest())?.id ?? '', { message: '## Hi\n\n- a\n- b\n\n`x`' })
      await page.locator('[value=solve]').click()
      await page.locator('[value=reopen]').waitFor()
      await look('solved')
      const id = (await newest())?.id ?? ''
      await agent.tickets.update(id, { status: 'closed' }, (await agent.tickets.get(id)).version)
      await page.locator('#_message').fill('Too late')
      await page.locator('#_reply button').click()
      await page.getByRole('alert').waitFor()
      await look('closed')
      await page.goto(`${server.url}/help/${locale}/requests`)
      await look('the list')
      await page.locator('.forget button').click()
      await page.locator('.notice.good').waitFor()
      await look('an empty list')
      await page.goto(`${server.url}/help/${locale}/requests/wpt_none`)
      await look('a wrong link')
      await page.goto(`${server.url}/help/${locale}/sign-in`)
      await page.locator('main form .btn.main').click()
      await page.locator('#_email[aria-invalid]').waitFor()
      await look('signing in without an address')
      await page.locator('#_email').fill('maya@example.com')
      await page.locator('main form .btn.main').click()
      await page.locator('#_code').waitFor()
      await look('the code')
      await close()
    },
    120_000,
  )
})

/** Fills in what is missing and sends it. */
async function asks(page: Page): Promise<void> {
  await page.locator('#_message').fill('Something happened.')
  await page.locator('#_email').fill('maya@example.com')
  await page.locator('#_consent').check()
  await page.locator('main form button.main').click()
  await page.locator('.arrived').waitFor()
}
