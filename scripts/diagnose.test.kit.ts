import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Frame, type Page } from 'playwright-core'
import { createTabs } from '../examples/hostile-hosts/tabs.test.kit.js'
import type { Diagnosis } from '../packages/sdk/src/contract/diagnosis.js'
import { loadConfig, startServer } from '../packages/server/src/app/index.js'
import { widgetFolders } from '../packages/server/src/app/widget-folders.js'
import { readWidgetBuild } from '../packages/server/src/http/widget-build.js'

const content = fileURLToPath(new URL('../examples/hostile-hosts/content', import.meta.url))
const sdk = fileURLToPath(new URL('../packages/sdk/dist/', import.meta.url))

/** A page of a host. `WAYPOST` in it is the address of the server, `nonce` is a nonce. */
export interface HostPage {
  /** Beside the tag, which has the nonce. */
  tag?: string
  head?: string
  body?: string
  policy?: string
  /** One that only reports. */
  reportOnly?: string
}

export interface DiagnoseWorld {
  /** Address of the server of Waypost. */
  waypost: string
  /** A build that it was before, and of which it has kept a copy. */
  former: string
  /** Address of the pages, on a domain that the server lets in unless it is another. */
  pages(domain?: string, port?: 0 | 1): string
  open(page: HostPage, options?: OpenOptions): Promise<Page>
  /** Its pages may be those of the next test. */
  leave(): Promise<void>
  close(): Promise<void>
}

export interface OpenOptions {
  domain?: string
  /** Before the page is asked for. */
  prepare?(page: Page): Promise<unknown>
}

/** A server of ours, pages on another address, and a browser. */
export async function openWorld(executablePath: string): Promise<DiagnoseWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-diagnose-'))
  const config = await loadConfig({ flags: { data: folder, content, port: '0' }, env: {}, folder })
  const former = keepFormer(join(folder, 'widget'))
  const log = { info() {}, warn() {}, error() {} }
  const server = await startServer({ config: { ...config, unlimited: true }, env: {}, log })
  const shown = new Map<string, HostPage>()
  const host: RequestListener = (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname
    if (path.startsWith('/sdk/')) {
      response.setHeader('Content-Type', 'text/javascript')
      response.end(readFileSync(join(sdk, path.slice('/sdk/'.length))))
      return
    }
    // The script of a build that the server still has, and of one that nobody has any more.
    const build = { '/former.js': former, '/old.js': 'aaaaaaaaaaaa' }[path]
    if (build) {
      const script = readFileSync(join(sdk, 'script/waypost.js'), 'utf8')
      response.setHeader('Content-Type', 'text/javascript')
      response.end(script.replace('__WAYPOST_BUILD__', build))
      return
    }
    const page = shown.get(path)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    if (page?.policy) response.setHeader('Content-Security-Policy', named(page.policy))
    if (page?.reportOnly) {
      response.setHeader('Content-Security-Policy-Report-Only', named(page.reportOnly))
    }
    response.statusCode = page ? 200 : 404
    response.end(page ? named(htmlOf(page)) : '')
  }
  // Two ports of one domain are two origins of one site.
  const hosts = [createServer(host), createServer(host)]
  const ports: number[] = []
  for (const one of hosts) {
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve))
    ports.push((one.address() as AddressInfo).port)
  }
  const named = (text: string) => text.replaceAll('WAYPOST', server.url)

  const args = ['--no-sandbox', '--host-resolver-rules=MAP stranger.test 127.0.0.1']
  const browser: Browser = await chromium.launch({ executablePath, args })
  const tabs = createTabs(browser)
  const opened: Page[] = []
  const pages = (domain = 'localhost', port = 0) => `http://${domain}:${ports[port]}`
  return {
    waypost: server.url,
    former,
    pages,
    async open(host, { domain, prepare } = {}) {
      const page = await tabs.take()
      opened.push(page)
      const path = `/${shown.size}`
      shown.set(path, host)
      await prepare?.(page)
      await page.goto(pages(domain) + path)
      return page
    },
    async leave() {
      for (const page of opened.splice(0)) await tabs.giveBack(page)
    },
    async close() {
      await browser.close()
      for (const one of hosts) {
        one.closeAllConnections()
        one.close()
      }
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Another build than the one that is there now, where the server keeps former ones. */
function keepFormer(folder: string): string {
  const half = join(folder, 'former')
  mkdirSync(half, { recursive: true })
  for (const place of widgetFolders) {
    for (const name of readdirSync(place)) {
      if (name.endsWith('.js')) copyFileSync(join(place, name), join(half, name))
    }
  }
  appendFileSync(join(half, 'panel.js'), '\n// As it was before.\n')
  const { id } = readWidgetBuild([half])
  renameSync(half, join(folder, id))
  return id
}

function htmlOf({ tag, head = '', body = '' }: HostPage): string {
  const script = tag ?? '<script nonce="nonce" src="WAYPOST/waypost.js"></script>'
  return `<!doctype html><html lang="en"><head><title>Host</title>${head}</head>
    <body><h1>Host</h1>${script}${body}</body></html>`
}

/** What the call on the page finds; each finding as `code severity: detail`. */
export async function diagnosed(page: Page | Frame) {
  const diagnosis: Diagnosis = await page.evaluate(() =>
    (window as never as { waypost: { diagnose(): Promise<never> } }).waypost.diagnose(),
  )
  return told(diagnosis)
}

/** The same without anything else of ours, as one does it in the console. */
export async function diagnosedAlone(page: Page, server: string) {
  // As text: the test runner would make something of its own of `import()`.
  const diagnosis: Diagnosis = await page.evaluate(
    `import('${server}/assets/latest/diagnose.js').then((module) => module.diagnose())`,
  )
  return told(diagnosis)
}

const told = ({ ok, build, findings }: Diagnosis) => ({
  ok,
  build,
  findings: findings.map(({ code, severity, detail }) => `${code} ${severity}: ${detail}`),
  advice: findings.map(({ advice }) => advice).join('\n'),
})
