import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig, type RunningServer, startServer } from '../packages/server/src/app/index.js'
import { findChromium } from './chromium.mjs'
import { type HostileUpload, hostileUploads } from './hostile-uploads.test.kit.js'

const executablePath = process.env.WAYPOST_SKIP_BROWSER === '1' ? undefined : findChromium()
if (!executablePath) console.log('Skipped: there is no browser here to open files in.')

/** What a server says that believes names. */
const believed: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'text/xml',
}

describe.skipIf(!executablePath)('what hostile files do', () => {
  const uploads = hostileUploads()
  const folder = mkdtempSync(join(tmpdir(), 'waypost-hostile-'))
  const close: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  let browser: Browser
  let server: RunningServer
  /** A host's page, and a server that believes names: on an address of their own. */
  let elsewhere = ''
  let page = ''

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox'],
    })
    close.push(() => browser.close())
    const config = await loadConfig({ flags: { data: folder, port: '0' }, env: {}, folder })
    const log = { info() {}, warn() {}, error() {} }
    server = await startServer({ config: { ...config, unlimited: true }, env: {}, log })
    close.push(() => server.close())
    const naive = createServer(({ url = '' }, answer) => {
      const upload = uploads[Number(url.slice(1).split('.')[0])]
      const type = upload ? (believed[extname(upload.name)] ?? 'image/png') : 'text/html'
      answer.writeHead(200, { 'Content-Type': type }).end(upload ? upload.bytes : page)
    })
    naive.listen(0, '127.0.0.1')
    await once(naive, 'listening')
    close.push(
      () => naive.close(),
      () => naive.closeAllConnections(),
    )
    elsewhere = `http://127.0.0.1:${(naive.address() as AddressInfo).port}`
  }, 60_000)

  afterAll(async () => {
    for (const each of close.reverse()) await each()
  })

  it('is seen where a server believes their names', async () => {
    const urls = uploads.map((_, number) => `${elsewhere}/${number}`)
    const done = await opened(urls)
    expect(done.filter((what) => what.startsWith('ran')).length).toBeGreaterThan(5)
    expect(done.some((what) => what.startsWith('asked for http://elsewhere.test'))).toBe(true)
  }, 60_000)

  it('is nothing where we hand them out: opened alone, shown, framed or taken for code', async () => {
    expect(await opened(await Promise.all(uploads.map(upload)))).toEqual([])
  }, 60_000)

  /** Opens each address alone, then all on a page in every way that a page has; says what was done. */
  async function opened(urls: readonly string[]): Promise<string[]> {
    const context = await browser.newContext({ acceptDownloads: true })
    const done = watch(context)
    const tab = await context.newPage()
    for (const url of urls) {
      // A download ends the way there.
      await tab.goto(url).catch(() => {})
      await tab.mouse.click(50, 50)
    }
    page = urls.map((url) => ways.map((way) => way.replace('URL', url)).join('')).join('')
    await tab.goto(`${elsewhere}/host`, { waitUntil: 'load' })
    await context.close()
    return done
  }

  const ways = [
    '<img src="URL">',
    '<script src="URL"></script>',
    '<link rel="stylesheet" href="URL">',
    '<object data="URL"></object>',
    '<embed src="URL">',
    '<iframe src="URL"></iframe>',
  ]

  function watch(context: BrowserContext): string[] {
    const done: string[] = []
    const ours = [elsewhere, server.url]
    context.on('dialog', async (dialog) => {
      done.push(`ran ${dialog.message()} on ${dialog.page()?.url()}`)
      await dialog.dismiss()
    })
    context.on('request', (request) => {
      const url = request.url()
      if (!ours.some((address) => url.startsWith(address)) && url.startsWith('http')) {
        done.push(`asked for ${url}`)
      }
    })
    return done
  }

  async function session(): Promise<string> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    const answer = await fetch(`${server.url}/v1/sessions`, init)
    return ((await answer.json()) as { token: string }).token
  }

  /** Twenty files wait for one session, so each has its own. */
  async function upload({ name, bytes }: HostileUpload): Promise<string> {
    const body = new FormData()
    body.set('file', new File([bytes], name))
    const headers = { authorization: `Bearer ${await session()}` }
    const answer = await fetch(`${server.url}/v1/attachments`, { method: 'POST', headers, body })
    expect(answer.status).toBe(201)
    return ((await answer.json()) as { url: string }).url
  }
})
