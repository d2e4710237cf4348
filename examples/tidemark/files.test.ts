import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AgentClient, createAgentClient } from '@waypost/sdk/client'
import type { RunningServer } from '@waypost/server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTidemark } from './server/start-tidemark.js'
import { violationsOf } from './violations-of.test.kit.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)

const MB = 1024 * 1024
const phone: BrowserContextOptions = {
  ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  colorScheme: 'dark',
}

/** Files from a page to the team and back, over the whole way. */
describe.skipIf(!hasBrowser)('files', () => {
  const data = mkdtempSync(join(tmpdir(), 'tidemark-files-'))
  let server: RunningServer
  let browser: Browser
  let agent: AgentClient
  let token = ''

  beforeAll(async () => {
    server = await startTidemark({ data, env: { WAYPOST_UNLIMITED: '1' }, port: '0' })
    const member = { email: 'noor@tidemark.test', name: 'Noor', role: 'agent' as const }
    token = (await server.world.agents.add(member)).token
    agent = createAgentClient({ baseUrl: server.url, token })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(data, { recursive: true, force: true })
  })

  /** A page of somebody's, and what its console complains about. */
  async function visit(person: 'ada' | 'nobody', locale: string, options?: BrowserContextOptions) {
    const context = await browser.newContext({
      ...{ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' },
      ...options,
    })
    await context.addCookies([{ name: 'tidemark_person', value: person, url: server.url }])
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    const load = async () => {
      await page.goto(`${server.url}/invoices`)
      await page.waitForFunction(() => 'support' in document.documentElement.dataset)
      await page.evaluate((tag) => waypostOf().setLocale(tag), locale)
    }
    await page.addInitScript('window.waypostOf = () => window.waypost')
    await load()
    return { context, page, complaints, load, panel: page.getByRole('dialog') }
  }

  const chooses = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
    page.locator('waypost-uploads input[multiple]').setInputFiles(files)

  /** As Ctrl+V does it after Print: a picture without a name of its own. */
  const pastesScreenshot = (page: Page) =>
    page.evaluate(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 300 })
      canvas.getContext('2d')?.fillRect(20, 20, 200, 80)
      const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([picture as Blob], 'image.png', { type: 'image/png' }))
      let focused = document.activeElement
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
      const init = { clipboardData, bubbles: true, composed: true, cancelable: true }
      focused?.dispatchEvent(new ClipboardEvent('paste', init))
    })

  const attachmentsOf = async (id: string) => {
    const { items } = await agent.tickets.messages(id)
    return items.map(({ attachments }) => attachments)
  }

  it('go along with a question from a phone in Danish, though the line breaks in the middle', async () => {
    const { context, page, panel, complaints, load } = await visit('ada', 'da', phone)
    const opens = () => page.evaluate(() => waypostOf().openForm())
    await opens()
    await panel.getByRole('button', { name: 'Tag et billede' }).waitFor()
    await panel.getByRole('radio', { name: 'Et problem' }).check()
    await panel.getByRole('textbox', { name: 'Kort fortalt' }).fill('Fejl ved afsendelse')
    await panel.getByRole('textbox', { name: 'Hvad skete der?' }).fill('Mailserveren afviste den.')
    await pastesScreenshot(page)
    await panel.getByText(/^Skærmbillede .*png$/).waitFor()
    await panel.getByText(/^Tilføjet · /).waitFor()

    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: MB / 2 }
    await line.send('Network.emulateNetworkConditions', slow)
    const video = { name: 'optagelse.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(3 * MB, 7) }
    await chooses(page, video)
    const bar = panel.getByRole('progressbar', { name: 'Tilføjer optagelse.mp4' })
    await bar.waitFor()
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')))
      .toBeGreaterThan(0)
    await line.send('Network.emulateNetworkConditions', { ...slow, offline: true })
    await panel.getByText('Fortsætter af sig selv, når du er online igen').first().waitFor()
    await line.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 })
    await panel.getByText('Tilføjet · 3 MB').waitFor({ timeout: 20_000 })

    await load()
    await opens()
    await panel.getByText('optagelse.mp4').waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(await panel.getByRole('textbox', { name: 'Hvad skete der?' }).inputValue()).toBe(
      'Mailserveren afviste den.',
    )
    const consent = panel.getByRole('checkbox', { name: /Tidemark/ })
    if (await consent.count()) await consent.check()
    await panel.getByRole('button', { name: 'Send', exact: true }).click()
    await panel.getByRole('heading', { name: 'Vi har modtaget dit spørgsmål' }).waitFor()

    const [ticket] = (await agent.tickets.list()).items
    const [files = []] = await attachmentsOf(ticket?.id ?? '')
    expect(files.map(({ type, size, width }) => [type, width ?? size])).toEqual([
      ['image/png', 600],
      ['application/octet-stream', 3 * MB],
    ])
    expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    await context.close()
  }, 60_000)

  it('come and go in a conversation of somebody without a name whose session has ended', async () => {
    const { context, page, panel, load } = await visit('nobody', 'sv')
    const id = await page.evaluate(async () => {
      const asked = { subject: 'Dubbel betalning', message: 'Två gånger.', email: 'maya@studio.se' }
      const { ticket } = await waypostOf().client.tickets.create({ ...asked, consent: true })
      return ticket.id
    })
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    const [session] = /wps_[\w-]+/.exec(kept) ?? []
    const headers = { authorization: `Bearer ${session}` }
    await fetch(`${server.url}/v1/sessions/current`, { method: 'DELETE', headers })

    const form = new FormData()
    form.set('file', new File(['%PDF-1.4 kvitto'], 'kvitto.pdf', { type: 'application/pdf' }))
    const uploaded = await fetch(`${server.url}/v1/attachments`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form },
    })
    const { id: attachmentId } = (await uploaded.json()) as { id: string }
    await agent.tickets.reply(id, { message: 'Här är kvittot:', attachmentIds: [attachmentId] })

    await load()
    await page.evaluate((ticket) => waypostOf().showTicket(ticket), id)
    const link = panel.getByRole('link', { name: /^Öppna kvitto\.pdf/ })
    await link.waitFor()
    expect(await violationsOf(page)).toEqual([])
    const answer = await fetch((await link.getAttribute('href')) ?? '')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe('%PDF-1.4 kvitto')

    await panel.getByRole('textbox', { name: 'Skriv ett svar' }).focus()
    await page.locator('waypost-uploads').waitFor({ state: 'attached' })
    await chooses(page, {
      ...{ name: 'kontoutdrag.txt', mimeType: 'text/plain', buffer: Buffer.from('149 kr\n149 kr') },
    })
    await panel.getByRole('button', { name: 'Ta bort kontoutdrag.txt' }).waitFor()
    await panel.getByRole('textbox', { name: 'Skriv några ord till' }).fill('Här är utdraget.')
    await page.keyboard.press('Control+Enter')
    await panel.getByRole('link', { name: /^Öppna kontoutdrag\.txt/ }).waitFor()
    const [, , files = []] = await attachmentsOf(id)
    expect(files.map(({ name, type }) => [name, type])).toEqual([['kontoutdrag.txt', 'text/plain']])
    await context.close()
  }, 60_000)
})

/** In the page: its Waypost. */
declare function waypostOf(): {
  setLocale(locale: string): void
  openForm(): Promise<void>
  showTicket(id: string): Promise<void>
  client: { tickets: { create(ticket: object): Promise<{ ticket: { id: string } }> } }
}
