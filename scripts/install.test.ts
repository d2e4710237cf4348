import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outside } from './outside.js'
import { pack } from './pack.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)

const place = outside()
const { folder, run, write } = place
afterAll(place.leave, 60_000)
const unreachable = place.unreachable()
if (unreachable) {
  console.log(`Skipped: npm cannot reach its registry (${unreachable}).`)
  // Where every test is skipped, nothing runs after them.
  place.leave()
}

describe.skipIf(unreachable)('installed by npm in an empty folder', () => {
  const article = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`
  let server: Awaited<ReturnType<typeof place.serve>>
  let initSaid: string
  let site: string
  beforeAll(async () => {
    place.install(...Object.values<string>(pack(join(folder, 'packed'))))
    initSaid = run('npx', 'waypost', 'init').said
    const { sites } = JSON.parse(readFileSync(join(folder, 'waypost.config.json'), 'utf8'))
    site = sites[0].key
    write('content/en/articles/kiln-times.md', article('Kiln times', 'Stoneware takes ten hours.'))
    write('content/en/articles/glaze.md', article('Which glaze is safe?', 'Celadon holds soup.'))
    server = await place.serve()
  }, 120_000)
  afterAll(() => server?.stop())

  const json = async (path: string) => (await fetch(server.url + path)).json()

  it('needs no install script, and nothing but what was packed', () => {
    const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
    const entries = Object.entries<Record<string, unknown>>(packages)
    expect(entries.length).toBeGreaterThan(10)
    expect(entries.filter(([, it]) => it.hasInstallScript || it.link)).toEqual([])
    const own = entries.filter(([path]) => path.includes('@waypost/')).map(([, it]) => it.resolved)
    expect(own).toEqual(Array(3).fill(expect.stringMatching(/^file:packed\/waypost-\w+-/)))
  })

  it('serves after init, and says what to paste', () => {
    expect(initSaid).toContain('wrote identity.secret')
    const tag = `<script async crossorigin src="${server.url}/waypost.js" data-site="${site}"></script>`
    expect(server.said()).toContain(tag)
  })

  it('hands out the widget that was installed with it', async () => {
    expect(await json('/healthz')).toEqual({ status: 'ok' })
    expect(await json('/v1/settings')).toMatchObject({ site: { key: site }, locale: 'en' })
    const script = await (await fetch(`${server.url}/waypost.js`)).text()
    const panel = await fetch(`${server.url}/assets/latest/panel.js`)
    expect(panel.headers.get('content-type')).toContain('text/javascript')
    const [, build] = /"\.\.\/(\w{12})\/panel\.js"/.exec(await panel.text()) ?? []
    expect(build).toBeDefined()
    expect(script).toContain(build)
  })

  it('hands out its help centre, drawn', async () => {
    const page = await (await fetch(`${server.url}/help`)).text()
    const [, styles = ''] = /rel="stylesheet" href="([^"]+)"/.exec(page) ?? []
    const answer = await fetch(server.url + styles)
    expect(answer.headers.get('content-type')).toContain('text/css')
  })

  it('finds both articles of its owner', async () => {
    const titles = async (words: string) =>
      (await json(`/v1/search?q=${words}`)).items.map(({ title }: { title: string }) => title)
    expect(await titles('stoneware')).toEqual(['Kiln times'])
    expect(await titles('soup')).toEqual(['Which glaze is safe?'])
  })

  it('can be imported by Node, by every entry', () => {
    write(
      'entries.mjs',
      `import * as sdk from '@waypost/sdk'
import * as contract from '@waypost/sdk/contract'
import * as server from '@waypost/server'
import { createClient } from '@waypost/sdk/client'
import { holds } from '@waypost/sdk/education'
import { signIdentity } from '@waypost/sdk/identity'
const { items } = await createClient({ baseUrl: '${server.url}' }).search('celadon')
console.log(items[0].title, typeof sdk.createWaypost, typeof contract.routes)
console.log(typeof signIdentity, typeof server.startServer, holds({ url: '/a*' }, { url: '/a/b' }))
`,
    )
    expect(run(process.execPath, 'entries.mjs')).toEqual({
      code: 0,
      said: 'Which glaze is safe? function object\nfunction function true\n',
    })
  })

  it('holds a storage of its owner against every promise', () => {
    // Vitest is the owner's to bring: a peer.
    symlinkSync(join(root, 'node_modules/vitest'), join(folder, 'node_modules/vitest'), 'junction')
    write(
      'storage.test.mjs',
      `import { createKeptTables, createTransactions } from '@waypost/server/storage'
import { describeStorage } from '@waypost/server/testing'
const keeper = { admit() {}, keep() {}, whenSafe: () => Promise.resolve() }
describeStorage('mine', {
  async open({ clock }) {
    const { end, ...storage } = createTransactions({ kept: createKeptTables(), clock, keeper })
    return { ...storage, close: end }
  },
})
`,
    )
    const vitest = join('node_modules', 'vitest', 'vitest.mjs')
    const { code, said } = run(process.execPath, vitest, 'run', 'storage.test.mjs')
    expect(said).toMatch(/[5-9]\d passed/)
    expect(code).toBe(0)
  }, 60_000)

  it.each(['bundler', 'nodenext'])('has types that hold with %s', (moduleResolution) => {
    write(
      'typed/typed.mts',
      `import { createWaypost, type Waypost } from '@waypost/sdk'
import { createAgentClient, createClient } from '@waypost/sdk/client'
import { isWaypostError, routes } from '@waypost/sdk/contract'
import { signIdentity } from '@waypost/sdk/identity'
import { type ConfigInput, type StartServerOptions, startServer } from '@waypost/server'
import type { Storage, Transaction } from '@waypost/server/storage'
import { WaypostSearch } from '@waypost/widget/search'
const waypost: Waypost = createWaypost({ baseUrl: 'https://help.example' })
waypost.on('ticket:opened', ({ reference }) => reference.toUpperCase())
// @ts-expect-error There is no such event.
waypost.on('ticket:eaten', () => {})
const config = { port: 8787 } satisfies ConfigInput
export const find = (tx: Transaction) => tx.tickets.search('queue', 'main||', 'glaze', { limit: 5 })
export const on = (storage: Storage): Partial<StartServerOptions> => ({ storage })
export const field: WaypostSearch = document.createElement('waypost-search')
export { config, createAgentClient, createClient, isWaypostError, routes, signIdentity, startServer }
`,
    )
    const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext'
    const compilerOptions = {
      ...{ module, moduleResolution, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'] },
      ...{ strict: true, noEmit: true, skipLibCheck: false },
      ...{ types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
    }
    write('typed/tsconfig.json', JSON.stringify({ compilerOptions, include: ['typed.mts'] }))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    expect(run(process.execPath, tsc, '-p', 'typed')).toEqual({ code: 0, said: '' })
  })

  describe.skipIf(!hasBrowser)('opens in a browser', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    })
    afterAll(() => browser?.close())

    it('on a page that Vite built with the SDK', async () => {
      write(
        'app/index.html',
        '<button id="ask">Ask</button><script type="module" src="/app.ts"></script>',
      )
      write(
        'app/app.ts',
        `import { createWaypost } from '@waypost/sdk'
const waypost = createWaypost({ baseUrl: '${server.url}', site: '${site}' })
document.querySelector('#ask')?.addEventListener('click', () => void waypost.open())
`,
      )
      const vite = join(root, 'node_modules/vite/bin/vite.js')
      const built = run(process.execPath, vite, 'build', 'app', '--logLevel=warn')
      expect(built).toEqual({ code: 0, said: '' })
      const host = await hosting(join(folder, 'app/dist'))
      const page = await browser.newPage()
      await page.goto(host.url)
      await page.getByRole('button', { name: 'Ask' }).click()
      const panel = page.getByRole('dialog')
      await panel.getByRole('searchbox').fill('stoneware')
      await panel.getByText('Kiln times').first().waitFor()
      host.close()
    }, 60_000)

    it('on a page that is a file, once its owner has let that in as told', async () => {
      const errors: string[] = []
      const openFile = async () => {
        write('page.html', `<script async src="${server.url}/waypost.js"></script>`)
        const page = await browser.newPage()
        page.on('console', (message) => void errors.push(message.text()))
        await page.goto(pathToFileURL(join(folder, 'page.html')).href)
        await page.getByRole('button', { name: 'Help' }).click()
        return page.getByRole('dialog')
      }
      const refused = await openFile()
      await refused.getByRole('alert').waitFor()
      const advice = `[waypost] ${server.url} refuses this page. Add 'file' to \`origins\``
      await expect.poll(() => errors.join('\n'), { timeout: 10_000 }).toContain(advice)
      expect(server.said()).toContain("add 'file' to the origins of this site")

      const config = JSON.parse(readFileSync(join(folder, 'waypost.config.json'), 'utf8'))
      config.sites[0].origins.push('file')
      write('waypost.config.json', JSON.stringify(config))
      await server.stop()
      server = await place.serve()
      const panel = await openFile()
      await panel.getByRole('searchbox').fill('soup')
      await panel.getByText('Which glaze is safe?').first().waitFor()
    }, 60_000)
  })
})

/** A host of its own, at another address than Waypost's. */
async function hosting(pages: string) {
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  const host = createServer(({ url = '/' }, response) => {
    const name = basename(url) || 'index.html'
    const file = files.find((path) => basename(path) === name)
    response.setHeader('Content-Type', types[extname(name)] ?? 'text/plain')
    response.end(file && readFileSync(join(pages, file)))
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  const { port } = host.address() as AddressInfo
  return { url: `http://localhost:${port}/`, close: () => host.close() }
}
