import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AgentClient, createAgentClient } from '@waypost/sdk/client'
import type { RunningServer } from '@waypost/server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTidemark } from './server/start-tidemark.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)

/** Who comes, on which screen, in which language: the panel's words, and the person's own. */
const journeys = [
  {
    locale: 'sv',
    person: 'ada',
    viewport: { width: 1280, height: 860 },
    colorScheme: 'light',
    words: {
      launcher: 'Hjälp',
      greeting: 'Vad kan vi hjälpa till med?',
      search: 'Sök i hjälpen',
      no: 'Nej',
      askInstead: 'Fråga oss i stället',
      subject: 'Med en mening',
      question: 'Din fråga',
      kept: 'Utkastet är sparat',
      consent: 'Tidemark får spara',
      send: 'Skicka',
      sent: 'Vi har fått din fråga',
      request: 'Se ditt ärende',
      reply: 'Skriv ett svar',
      solve: 'Jag har fått svar',
      reopen: 'Öppna igen',
    },
    written: {
      name: 'Ada Lindqvist',
      query: 'utan moms',
      article: 'Fakturera utan moms',
      subject: 'Omvänd moms till Norge',
      question: 'Vilken text ska stå på fakturan?',
      answer: 'Omvänd betalningsskyldighet',
      reply: 'Tack, och på engelska?',
    },
  },
  {
    locale: 'uk',
    person: 'oleh',
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    words: {
      launcher: 'Допомога',
      greeting: 'Чим ми можемо допомогти?',
      search: 'Шукати в довідці',
      no: 'Ні',
      askInstead: 'Краще запитати нас',
      subject: 'Одним рядком',
      question: 'Ваше запитання',
      kept: 'Чернетку збережено',
      consent: 'Tidemark може зберігати',
      send: 'Надіслати',
      sent: 'Ми отримали ваше запитання',
      request: 'Переглянути запит',
      reply: 'Написати відповідь',
      solve: 'Я маю відповідь',
      reopen: 'Відкрити знову',
    },
    written: {
      name: 'Oleh Bondarenko',
      query: 'без ПДВ',
      article: 'Рахунок без ПДВ',
      subject: 'Рахунок клієнту з Данії',
      question: 'Який текст має стояти в рахунку?',
      answer: 'Місце постачання послуг — Данія',
      reply: 'Дякую! А англійською?',
    },
  },
] as const

/** One request from search to reopening, on a real page, with a real server and a real agent. */
describe.skipIf(!hasBrowser)('a customer', () => {
  const data = mkdtempSync(join(tmpdir(), 'tidemark-journey-'))
  let server: RunningServer
  let browser: Browser
  let agent: AgentClient

  beforeAll(async () => {
    server = await startTidemark({ data, env: { WAYPOST_UNLIMITED: '1' }, port: '0' })
    const { token } = await server.world.agents.add({
      email: 'kim@tidemark.test',
      name: 'Kim',
      role: 'agent',
    })
    agent = createAgentClient({ baseUrl: server.url, token })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(data, { recursive: true, force: true })
  })

  /** A page of somebody's; what the console complains about is kept in `complaints`. */
  async function visit(context: BrowserContext, person: 'ada' | 'oleh' | 'nobody') {
    await context.addCookies([{ name: 'tidemark_person', value: person, url: server.url }])
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${server.url}/invoices`)
    await page.waitForFunction(() => 'support' in document.documentElement.dataset)
    return { page, complaints }
  }

  it.each(journeys)(
    'finds, reads, asks, follows up and reopens in $locale, by keyboard alone',
    { timeout: 60_000 },
    async (journey) => {
      const { locale, person, words, written, ...screen } = journey
      const context = await browser.newContext({ ...screen, reducedMotion: 'reduce' })
      const { page, complaints } = await visit(context, person)
      const speak = () =>
        page.evaluate((locale) => {
          const { waypost } = window as never as { waypost: { setLocale(l: string): void } }
          waypost.setLocale(locale)
        }, locale)
      await speak()

      await tabTo(page, 'button', words.launcher)
      await page.keyboard.press('Enter')
      const panel = page.getByRole('dialog')
      await panel.getByRole('heading', { name: words.greeting }).waitFor()

      await tabTo(page, 'searchbox', words.search)
      await page.keyboard.type(written.query, { delay: 20 })
      // What half of the words find may hold it too, further down.
      const first = panel.getByRole('listitem').first()
      await first.getByRole('link', { name: written.article }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await panel.getByRole('heading', { name: written.article }).waitFor()

      await tabTo(page, 'button', words.no)
      await page.keyboard.press('Enter')
      await tabTo(page, 'button', words.askInstead)
      await page.keyboard.press('Enter')
      await panel.getByRole('textbox', { name: words.question }).waitFor()

      await tabTo(page, 'textbox', words.subject)
      await page.keyboard.press('Control+A')
      await page.keyboard.type(written.subject)
      await tabTo(page, 'textbox', words.question)
      await page.keyboard.type(written.question)
      await panel.getByText(words.kept).waitFor()

      // A reload in the middle of typing loses nothing.
      await page.reload()
      await page.waitForFunction(() => 'support' in document.documentElement.dataset)
      await speak()
      await page.evaluate(() =>
        (window as never as { waypost: { openForm(): Promise<void> } }).waypost.openForm(),
      )
      const question = panel.getByRole('textbox', { name: words.question })
      await question.waitFor()
      expect(await question.inputValue()).toBe(written.question)

      await tabTo(page, 'checkbox', words.consent)
      await page.keyboard.press('Space')
      await tabTo(page, 'button', words.send)
      await page.keyboard.press('Enter')
      await panel.getByRole('heading', { name: words.sent }).waitFor()
      const [ticket] = (await agent.tickets.list()).items
      expect(ticket).toMatchObject({
        subject: written.subject,
        requester: { name: written.name, verification: 'signed' },
      })
      const id = ticket?.id ?? ''
      await panel.getByText(ticket?.reference ?? 'no reference').waitFor()

      await agent.tickets.reply(id, { message: `**${written.answer}**.` })
      await tabTo(page, 'link|button', words.request)
      await page.keyboard.press('Enter')
      await panel.getByText(written.answer).waitFor()

      await tabTo(page, 'textbox', words.reply)
      await page.keyboard.type(written.reply)
      await page.keyboard.press('Control+Enter')
      await panel.getByText(written.reply).waitFor()
      await untilStatus(id, 'open')

      await tabTo(page, 'button', words.solve)
      await page.keyboard.press('Enter')
      await untilStatus(id, 'solved')
      await tabTo(page, 'button', words.reopen)
      await page.keyboard.press('Enter')
      await untilStatus(id, 'open')

      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'hidden' })
      expect(await focused(page)).toMatchObject({ role: 'button', name: words.launcher })
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  it('leaves nothing to the next person, in this tab or another', async () => {
    const context = await browser.newContext()
    const { page } = await visit(context, 'ada')
    const { page: other } = await visit(context, 'ada')
    const subjects = (on: Page) =>
      on.evaluate(async () => {
        const { waypost } = window as never as {
          waypost: { client: { tickets: { list(): Promise<{ items: { subject: string }[] }> } } }
        }
        const { items } = await waypost.client.tickets.list()
        return items.map(({ subject }) => subject)
      })
    expect(await subjects(page)).toContain('Omvänd moms till Norge')
    expect(await subjects(other)).toContain('Omvänd moms till Norge')
    await page.evaluate(() =>
      (window as never as { waypost: { logout(): Promise<void> } }).waypost.logout(),
    )
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    expect(kept).not.toContain('wps_')
    await context.clearCookies()
    for (const tab of [page, other]) {
      const seen = await subjects(tab).catch((error: Error) => error.message)
      expect(seen).not.toContain('Omvänd moms till Norge')
    }
    await context.close()
  })

  async function untilStatus(id: string, status: string) {
    await expect.poll(async () => (await agent.tickets.get(id)).status).toBe(status)
  }
})

/** Who has the focus, through every open shadow root. */
function focused(page: Page): Promise<{ role: string; name: string }> {
  return page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    const { computedRole, computedName } = at as never as Record<string, string>
    if (computedRole) return { role: computedRole, name: computedName ?? '' }
    const tag = at?.tagName.toLowerCase() ?? ''
    const input =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at : undefined
    const type = at instanceof HTMLInputElement ? at.type : ''
    const role = at?.getAttribute('role')
    const labels = [...(input?.labels ?? [])].map((label) => label.textContent)
    const name = at?.getAttribute('aria-label') ?? (labels.join(' ') || at?.textContent) ?? ''
    const byType: Record<string, string> = { search: 'searchbox', checkbox: 'checkbox' }
    const byTag = tag === 'a' ? 'link' : input ? (byType[type] ?? 'textbox') : tag
    return { role: role ?? byTag, name: name.trim().replace(/\s+/g, ' ') }
  })
}

/** Presses Tab until the wanted control has the focus: what cannot be reached so fails. */
async function tabTo(page: Page, roles: string, name: string): Promise<void> {
  const seen: string[] = []
  for (let presses = 0; presses < 120; presses++) {
    const now = await focused(page)
    if (roles.split('|').includes(now.role) && now.name.startsWith(name)) return
    seen.push(`${now.role} "${now.name.slice(0, 40)}"`)
    await page.keyboard.press('Tab')
    // A view that is still coming takes the focus when it is there.
    if (presses > 40) await page.waitForTimeout(25)
  }
  throw new Error(`Tab never came to ${roles} "${name}", only to ${[...new Set(seen)].join(', ')}`)
}
