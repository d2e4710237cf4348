import { spawnSync } from 'node:child_process'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { RunningServer } from '@waypost/server'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, hostWithWaypost } from './host-with-waypost.test.kit.js'

if (!hasBrowser) console.log('Skipped: there is no browser here to load the scripts with.')

const content = fileURLToPath(new URL('../tidemark/content', import.meta.url))
const command = fileURLToPath(
  new URL('node_modules/@waypost/server/bin/waypost.js', import.meta.url),
)
/** Nothing but what a test adds to it. */
const STRICT = "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'"

describe.skipIf(!hasBrowser)('the scripts of a server', () => {
  let waypost: RunningServer
  let browser: Browser
  let hostUrl: string
  let manifest: { build: string; files: Record<string, { integrity: string }> }
  /** What the host answers: its page, and files by path. */
  let hosted: { tag: string; headers: Record<string, string>; files: Record<string, string> }
  const answer: RequestListener = ({ url = '/' }, response) => {
    const file = hosted.files[url]
    for (const [name, value] of Object.entries(hosted.headers)) response.setHeader(name, value)
    response.setHeader('Content-Type', file ? 'text/javascript' : 'text/html; charset=utf-8')
    const page = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><h1>Host</h1>${hosted.tag}`
    response.end(file ?? page)
  }
  hostWithWaypost(answer, (started) => {
    ;({ waypost, browser, hostUrl } = started)
  })
  beforeAll(async () => {
    manifest = await (await fetch(`${waypost.url}/assets/manifest.json`)).json()
  })

  /** A page of a host; `told` is what its console said, `scripts` what it fetched. */
  async function visit(tag: string, policy: string, files: Record<string, string> = {}) {
    const headers = {
      'Content-Security-Policy': `${STRICT}; ${policy}`,
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }
    hosted = { tag, headers, files }
    const page = await browser.newPage()
    page.setDefaultTimeout(10_000)
    const told: string[] = []
    const scripts: string[] = []
    page.on('pageerror', (error) => told.push(String(error)))
    page.on('console', (message) => {
      const isIcon = message.text().includes('data:,')
      if (['error', 'warning'].includes(message.type()) && !isIcon) told.push(message.text())
    })
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url())
    })
    await page.goto(hostUrl)
    const opensAnArticle = async () => {
      await page.getByRole('button', { name: 'Help' }).click()
      const panel = page.getByRole('dialog')
      await panel.getByRole('heading', { name: 'How can we help?' }).waitFor()
      await panel.getByRole('searchbox').or(panel.getByRole('combobox')).first().fill('declined')
      await panel.getByText('When a card payment is declined').locator('visible=true').click()
      await panel.getByRole('heading', { name: 'When a card payment is declined' }).waitFor()
    }
    return { page, told, scripts, opensAnArticle }
  }

  /** What `waypost csp` prints for this server. */
  function printed(how: 'nonce' | 'source', extra = ''): string {
    const args = [command, 'csp', '--public-url', waypost.url, '--content', content]
    const { stdout } = spawnSync(process.execPath, args, { cwd: tmpdir(), encoding: 'utf8' })
    const [nonce = '', source = ''] = [...stdout.matchAll(/Content-Security-Policy: (.*)/g)].map(
      ([, policy]) => policy,
    )
    return (how === 'nonce' ? nonce.replace('{nonce}', 'host') : source) + extra
  }
  const pinned = (name: string) => `${waypost.url}/assets/${manifest.build}/${name}`

  it('run in a page that trusts one build by its hash, with the rest of that build', async () => {
    const { integrity } = manifest.files['waypost.js'] ?? {}
    const tag = `<script nonce="host" async src="${pinned('waypost.js')}" integrity="${integrity}" crossorigin></script>`
    const { page, told, scripts, opensAnArticle } = await visit(tag, printed('nonce'))
    await opensAnArticle()
    expect(told).toEqual([])
    expect(scripts).toContain(pinned('panel.js'))
    expect(scripts.filter((url) => !url.includes(`/assets/${manifest.build}/`))).toEqual([])
    await page.close()
  }, 60_000)

  it('do not run where the hash is of another script, and the page goes on', async () => {
    const { integrity } = manifest.files['panel.js'] ?? {}
    const tag = `<script nonce="host" src="${pinned('waypost.js')}" integrity="${integrity}" crossorigin></script>`
    const { page, told } = await visit(tag, printed('nonce'))
    expect(told).toEqual([expect.stringContaining('digest')])
    expect(await page.evaluate(() => 'waypost' in window)).toBe(false)
    expect(await page.getByRole('heading', { name: 'Host' }).isVisible()).toBe(true)
    await page.close()
  }, 60_000)

  it('need no nonce where the policy names the server', async () => {
    const tag = `<script async src="${waypost.url}/waypost.js"></script>`
    const { page, told, opensAnArticle } = await visit(tag, printed('source'))
    await opensAnArticle()
    expect(told).toEqual([])
    await page.close()
  }, 60_000)

  it('stand in one file as well, at an address of the host alone', async () => {
    const file = await (await fetch(pinned('waypost.single.js'))).text()
    const { integrity } = manifest.files['waypost.single.js'] ?? {}
    const tag = `<script nonce="host" async src="/help.js" integrity="${integrity}" data-base-url="${waypost.url}"></script>`
    const policy = printed('nonce').replace(" 'strict-dynamic'", '')
    const { page, told, scripts, opensAnArticle } = await visit(tag, policy, { '/help.js': file })
    await opensAnArticle()
    expect(told).toEqual([])
    expect(scripts).toEqual([`${hostUrl}/help.js`])
    await page.close()
  }, 60_000)

  it('speak the language of the page from one file, and know the server that it came from', async () => {
    const tag = `<script nonce="host" async src="${pinned('waypost.single.js')}" data-locale="uk"></script>`
    const { page, told } = await visit(tag, printed('nonce'))
    await page.getByRole('button', { name: 'Допомога' }).click()
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: 'Чим ми можемо допомогти?' })
      .waitFor()
    expect(told).toEqual([])
    await page.close()
  }, 60_000)
})
