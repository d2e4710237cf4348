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

interface Waypost {
  open(target?: { view: string }): Promise<void>
  logout(): Promise<void>
  client: { tickets: { list(): Promise<{ items: { subject: string }[] }> } }
}

/** Whom nobody has signed in: their requests are theirs by ticket tokens. */
describe.skipIf(!hasBrowser)('somebody without a name', () => {
  const data = mkdtempSync(join(tmpdir(), 'tidemark-nobody-'))
  const subject = 'Card payment taken twice'
  let server: RunningServer
  let browser: Browser
  let agent: AgentClient
  let context: BrowserContext

  beforeAll(async () => {
    server = await startTidemark({ data, env: { WAYPOST_UNLIMITED: '1' }, port: '0' })
    const member = { email: 'kim@tidemark.test', name: 'Kim', role: 'agent' as const }
    const { token } = await server.world.agents.add(member)
    agent = createAgentClient({ baseUrl: server.url, token })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      reducedMotion: 'reduce',
    })
  }, 30_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(data, { recursive: true, force: true })
  })

  async function visit(person: 'ada' | 'oleh' | 'nobody', on = context): Promise<Page> {
    await on.addCookies([{ name: 'tidemark_person', value: person, url: server.url }])
    const page = await on.newPage()
    await load(page)
    return page
  }

  /** The page as it is after a visit, or after a reload. */
  async function load(page: Page): Promise<void> {
    await page.goto(`${server.url}/invoices`)
    await page.waitForFunction(() => 'support' in document.documentElement.dataset)
  }

  const panelOf = (page: Page) => page.getByRole('dialog')
  const opens = (page: Page, view: string) =>
    page.evaluate((view) => (window as never as { waypost: Waypost }).waypost.open({ view }), view)
  const subjects = (page: Page) =>
    page.evaluate(async () => {
      const { waypost } = window as never as { waypost: Waypost }
      const { items } = await waypost.client.tickets.list().catch(() => ({ items: [] }))
      return items.map(({ subject }) => subject)
    })
  const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }))

  /** Ends the session from outside, as 30 days or a restored server do. */
  async function endsOnServer(page: Page): Promise<void> {
    const [, session] = /(wps_[\w-]+)/.exec(await kept(page)) ?? []
    const ended = await fetch(`${server.url}/v1/sessions/current`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${session}` },
    })
    expect(ended.status).toBe(204)
  }

  it('finds, reads and answers their request when the session has ended on the server', async () => {
    const page = await visit('nobody')
    const panel = panelOf(page)
    await opens(page, 'form')
    await panel.getByRole('textbox', { name: 'In one line' }).fill(subject)
    await panel.getByRole('textbox', { name: 'Your question' }).fill('Twice on 3 November.')
    await panel.getByRole('textbox', { name: 'Your email' }).fill('maya@studio.example')
    await panel.getByRole('checkbox', { name: /^Tidemark may keep/ }).check()
    await panel.getByRole('button', { name: 'Send' }).click()
    await panel.getByRole('heading', { name: 'We have your question' }).waitFor()
    const [ticket] = (await agent.tickets.list()).items
    const id = ticket?.id ?? ''
    await agent.tickets.reply(id, { message: 'One of the two was **never settled**.' })

    await endsOnServer(page)
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    await load(page)
    await opens(page, 'home')
    await panel.getByRole('button', { name: subject }).waitFor()
    await opens(page, 'requests')
    await panel.getByRole('button', { name: subject }).click()
    await panel.getByText('never settled').waitFor()
    await panel.getByRole('textbox', { name: 'Write a reply' }).fill('I see. Thank you!')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await agent.tickets.get(id)).status).toBe('open')
    expect((await agent.tickets.messages(id)).items).toHaveLength(3)
    await panel.getByRole('button', { name: 'My question is answered' }).click()
    await expect.poll(async () => (await agent.tickets.get(id)).status).toBe('solved')
    expect(addresses.join(' ')).not.toContain('wpt_')
    await page.close()
  })

  it('asks again, and has both in one list', async () => {
    const page = await visit('nobody')
    const panel = panelOf(page)
    await opens(page, 'form')
    await panel.getByRole('textbox', { name: 'In one line' }).fill('And a second thing')
    await panel.getByRole('textbox', { name: 'Your question' }).fill('Where is the receipt?')
    await panel.getByRole('textbox', { name: 'Your email' }).fill('maya@studio.example')
    await panel.getByRole('checkbox', { name: /^Tidemark may keep/ }).check()
    await panel.getByRole('button', { name: 'Send' }).click()
    await panel.getByRole('heading', { name: 'We have your question' }).waitFor()
    const other = await visit('nobody')
    for (const tab of [page, other]) {
      expect(await subjects(tab)).toEqual(['And a second thing', subject])
    }
    await page.close()
    await other.close()
  })

  it('has them on every device when they sign in, and another person has none', async () => {
    const page = await visit('ada')
    await opens(page, 'requests')
    await panelOf(page).getByRole('button', { name: subject }).waitFor()
    expect(await kept(page)).not.toContain('wpt_')
    await page.close()

    const oleh = await visit('oleh')
    expect(await subjects(oleh)).toEqual([])
    await opens(oleh, 'requests')
    await panelOf(oleh).getByText('Nothing under way').waitFor()
    await oleh.close()

    const phone = await browser.newContext()
    expect(await subjects(await visit('ada', phone))).toEqual(['And a second thing', subject])
    await phone.close()
  })

  it('leaves nothing behind when the page logs them out', async () => {
    const shared = await browser.newContext()
    const [page, other] = [await visit('nobody', shared), await visit('nobody', shared)]
    await page.evaluate(() => {
      const { waypost } = window as never as {
        waypost: { client: { tickets: { create(ticket: object): Promise<unknown> } } }
      }
      const ticket = { subject: 'Of a visitor', message: 'Text', email: 'maya@studio.example' }
      return waypost.client.tickets.create({ ...ticket, consent: true })
    })
    await endsOnServer(page)
    for (const tab of [page, other]) expect(await subjects(tab)).toEqual(['Of a visitor'])
    await page.evaluate(() => (window as never as { waypost: Waypost }).waypost.logout())
    for (const tab of [page, other]) {
      expect(await subjects(tab)).toEqual([])
      expect(await kept(tab)).not.toMatch(/wp[st]_/)
    }
    await load(page)
    expect(await subjects(page)).toEqual([])
    await shared.close()
  })
})
