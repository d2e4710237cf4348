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

/** What a page has of the widget, as far as it is called here. */
type Host = typeof globalThis & {
  waypost: {
    client: { tickets: { create(ticket: object): Promise<{ ticket: { id: string } }> } }
    showTicket(id: string): Promise<void>
    logout(): Promise<void>
    on(name: string, listener: (payload: object) => void): void
  }
  heard: object[]
}

describe.skipIf(!hasBrowser)('an answer, as it is given', () => {
  const data = mkdtempSync(join(tmpdir(), 'tidemark-live-'))
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let agent: AgentClient
  let agentToken: string

  beforeAll(async () => {
    server = await startTidemark({ data, env: { WAYPOST_UNLIMITED: 'true' }, port: '0' })
    const { token } = await server.world.agents.add({
      ...{ email: 'noor@tidemark.test', name: 'Noor', role: 'agent' },
    })
    agentToken = token
    agent = createAgentClient({ baseUrl: server.url, token })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    context = await browser.newContext({ viewport: { width: 1280, height: 860 } })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(data, { recursive: true, force: true })
  })

  /** Streams that the tabs of this browser have begun, and not ended. */
  const streams = new Map<object, Page>()

  async function tab(): Promise<Page> {
    const page = await context.newPage()
    page.on('request', (request) => {
      if (request.url().includes('/v1/stream')) streams.set(request, page)
    })
    page.on('requestfinished', (request) => streams.delete(request))
    page.on('requestfailed', (request) => streams.delete(request))
    page.on('close', () => {
      for (const [request, of] of streams) if (of === page) streams.delete(request)
    })
    await page.goto(server.url)
    await page.locator('waypost-launcher button').waitFor()
    await page.evaluate(() => {
      const host = window as unknown as Host
      host.heard = []
      host.waypost.on('ticket:replied', (payload) => host.heard.push(payload))
    })
    return page
  }

  const shows = (page: Page, id: string) =>
    page.evaluate((ticketId) => (window as unknown as Host).waypost.showTicket(ticketId), id)

  it('stands in both tabs of somebody at once, by one stream, and is told to the page', async () => {
    const [one, two] = [await tab(), await tab()]
    const id = await one.evaluate(async () => {
      const { waypost } = window as unknown as Host
      const whom = { email: 'maya@studio.test', consent: true }
      const ticket = { subject: 'Interest', message: 'Which rules?', ...whom }
      return (await waypost.client.tickets.create(ticket)).ticket.id
    })
    for (const page of [one, two]) {
      await shows(page, id)
      await page.getByText('Which rules?').waitFor()
    }
    await expect.poll(() => streams.size).toBe(1)
    await fetch(`${server.url}/v1/agent/tickets/${id}/typing`, {
      method: 'POST',
      headers: { authorization: `Bearer ${agentToken}` },
    })
    await two.getByText('Noor is writing').waitFor({ state: 'attached' })
    const { id: messageId } = await agent.tickets.reply(id, { message: 'Those of your country.' })
    for (const page of [one, two]) {
      // Well before anybody would look again by the clock.
      await page.getByText('Those of your country.').waitFor({ timeout: 5_000 })
      const heard = await page.evaluate(() => (window as unknown as Host).heard)
      expect(heard).toEqual([{ ticketId: id, messageId, author: 'agent' }])
    }
    expect(streams.size).toBe(1)

    // The tab that heard the stream goes; the other one goes on.
    await one.close()
    await agent.tickets.reply(id, { message: 'And of the customer’s.' })
    await two.getByText('And of the customer’s.').waitFor({ timeout: 8_000 })
    expect([streams.size, [...streams.values()][0] === two]).toEqual([1, true])
    await two.evaluate(() => (window as unknown as Host).waypost.logout())
    await expect.poll(() => streams.size).toBe(0)
  }, 60_000)
})
