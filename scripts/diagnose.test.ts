import type { Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from './chromium.mjs'
import { type DiagnoseWorld, diagnosed, diagnosedAlone, openWorld } from './diagnose.test.kit.js'

const executablePath = process.env.WAYPOST_SKIP_BROWSER === '1' ? undefined : findChromium()
if (!executablePath) console.log('Skipped: there is no browser here to diagnose pages in.')

describe.skipIf(!executablePath)('diagnose() on the page of a host', () => {
  const world = {} as DiagnoseWorld
  beforeAll(async () => void Object.assign(world, await openWorld(executablePath ?? '')), 60_000)
  afterEach(() => world.leave())
  afterAll(() => world.close?.())

  const STRICT =
    "default-src 'none'; script-src 'nonce-nonce' 'strict-dynamic'; style-src 'none'; " +
    "connect-src WAYPOST; img-src WAYPOST; require-trusted-types-for 'script'"

  it('finds nothing where all is well, and writes that on the console once', async () => {
    const page = await world.open({})
    const lines: string[] = []
    page.on('console', (message) => lines.push(message.text()))
    const said = await diagnosed(page)
    expect(said).toMatchObject({ ok: true, findings: [] })
    expect(said.build).toMatch(/^[\da-f]{12}$/)
    expect(lines.filter((line) => line.includes('[waypost]'))).toEqual([
      `[waypost] works, nothing found (${world.waypost}, build ${said.build})`,
    ])
  })

  it('finds nothing within the strictest policy that holds us', async () => {
    const page = await world.open({ policy: `${STRICT}; trusted-types lit-html` })
    expect(await diagnosed(page)).toMatchObject({ ok: true, findings: [] })
  })

  it('finds what a policy refuses, and says what to add', async () => {
    const page = await world.open({
      policy: "script-src 'nonce-nonce' 'strict-dynamic'; connect-src 'none'; img-src 'none'",
    })
    const said = await diagnosed(page)
    expect(said.ok).toBe(false)
    expect(said.findings.map((line) => line.replace(/ http.*/, '')).sort()).toEqual([
      'csp_refused error: The page’s Content-Security-Policy refuses by connect-src',
      'csp_refused error: The page’s Content-Security-Policy refuses by img-src',
    ])
    expect(said.advice).toContain(`Add to connect-src: ${world.waypost}.`)
    expect(said.advice).toContain(
      `script-src ${world.waypost}; connect-src ${world.waypost}; img-src ${world.waypost}`,
    )
  })

  it('finds that scripts are refused, where it is fetched alone', async () => {
    const page = await world.open({
      policy: "script-src 'nonce-nonce' WAYPOST/assets/latest/diagnose.js",
    })
    const said = await diagnosedAlone(page, world.waypost)
    expect(said.findings).toEqual([
      expect.stringMatching(/^csp_refused error: .* refuses by script-src http.*controller.js$/),
    ])
    expect(said.advice).toContain("'nonce-{nonce}' 'strict-dynamic'")
  })

  it('finds that the one policy of Trusted Types is not allowed', async () => {
    const page = await world.open({ policy: `${STRICT}; trusted-types other` })
    const said = await diagnosed(page)
    expect(said.findings).toEqual([
      expect.stringMatching(/^csp_refused error: .* refuses by trusted-types .*lit-html/),
    ])
    expect(said.advice).toContain('Add to trusted-types: lit-html')
  })

  it('finds what was refused before it was asked', async () => {
    const page = await world.open({ policy: "media-src 'none'" })
    await page.evaluate((server) => {
      const film = document.createElement('video')
      film.src = `${server}/content/moving.mp4`
    }, world.waypost)
    const said = await diagnosed(page)
    expect(said.findings).toEqual([
      expect.stringMatching(/^csp_refused error: .* refuses by media-src http.*moving.mp4$/),
    ])
  })

  it('tells a policy that only reports from one that refuses', async () => {
    const page = await world.open({ reportOnly: "connect-src 'none'; report-uri /reports" })
    const said = await diagnosed(page)
    expect(said.ok).toBe(true)
    expect(said.findings).toEqual([
      expect.stringMatching(/^csp_refused warning: .* would refuse by connect-src/),
    ])
  })

  it('finds a request that something in the browser blocks', async () => {
    const page = await world.open({})
    await page.route('**/v1/settings*', (route) => route.abort('blockedbyclient'))
    const said = await diagnosed(page)
    expect(said.findings).toEqual([
      `request_blocked error: The server can be reached, but not ${world.waypost}/v1/settings`,
    ])
    expect(said.ok).toBe(false)
  })

  it('finds a script that is blocked', async () => {
    const page = await world.open({})
    await page.route('**/panel.js', (route) => route.abort('blockedbyclient'))
    const said = await diagnosed(page)
    expect(said.findings).toEqual([
      expect.stringMatching(/^request_blocked error: http.*\/panel.js did not come: TypeError/),
    ])
  })

  it('tells a filter that lets the script alone through from a server that is away', async () => {
    const page = await world.open({})
    await page.evaluate(`import('${world.waypost}/assets/latest/diagnose.js')`)
    await page.route(/\/(manifest\.json|settings)/, (route) => route.abort())
    const said = await diagnosedAlone(page, world.waypost)
    expect(said.findings).toEqual([
      `request_blocked error: The script came from ${world.waypost}, but nothing else is let through`,
    ])
  })

  it('finds that the computer is offline', async () => {
    const page = await world.open({})
    for (const name of ['diagnose', 'controller', 'panel']) {
      await page.evaluate(`import('${world.waypost}/assets/latest/${name}.js')`)
    }
    await page.context().setOffline(true)
    const said = await diagnosedAlone(page, world.waypost)
    expect(said.findings).toEqual(['server_unreachable error: This computer is offline'])
  })

  it('finds that nothing answers, or something else', async () => {
    const away = await world.open({
      tag: '<script src="WAYPOST/waypost.js" data-base-url="http://127.0.0.1:9"></script>',
    })
    expect((await diagnosedAlone(away, world.waypost)).findings).toEqual([
      'server_unreachable error: Nothing answers at http://127.0.0.1:9',
    ])
    const other = await world.open({
      tag: `<script src="WAYPOST/waypost.js" data-base-url="${world.pages('127.0.0.1')}"></script>`,
    })
    expect((await diagnosedAlone(other, world.waypost)).findings).toEqual([
      `server_unreachable error: At ${world.pages('127.0.0.1')} something answers that is no Waypost`,
    ])
  })

  it('finds that the page stands in no origins, and how to write it there', async () => {
    const page = await world.open({}, { domain: 'stranger.test' })
    const said = await diagnosed(page)
    expect(said.findings).toEqual([
      `origin_not_allowed error: ${world.waypost} does not let this page in`,
    ])
    expect(said.advice).toContain(`Add '${world.pages('stranger.test')}' to origins`)
  })

  it('finds that storage is full, or refused', async () => {
    const full = await world.open({})
    await full.evaluate(() => {
      for (let size = 2 ** 22, key = 0; size >= 1; key++) {
        try {
          localStorage.setItem(`${key}`, 'x'.repeat(size))
        } catch {
          size /= 2
        }
      }
    })
    expect((await diagnosed(full)).findings).toEqual([
      'storage_refused warning: localStorage is full',
    ])

    const frame = `<iframe sandbox="allow-scripts" srcdoc="<script src='WAYPOST/waypost.js'></script>"></iframe>`
    const outer = await world.open({ tag: '', body: frame })
    const inner = outer.frames()[1] as Frame
    await inner.waitForFunction(() => 'waypost' in window)
    const said = await diagnosed(inner)
    expect(said.findings).toContainEqual(
      expect.stringMatching(/^storage_refused warning: The browser refuses localStorage: /),
    )
    expect(said.findings).toContainEqual(expect.stringMatching(/^origin_not_allowed error/))
    expect(said.advice).toContain("Add 'file' to origins")
  })

  it('finds that a frame of another origin may have its storage kept apart', async () => {
    const { pathname } = new URL((await world.open({})).url())
    const address = world.pages('localhost', 1) + pathname
    const outer = await world.open({ tag: '', body: `<iframe src="${address}"></iframe>` })
    const inner = outer.frames()[1] as Frame
    await inner.waitForFunction(() => 'waypost' in window)
    expect((await diagnosed(inner)).findings).toEqual([
      'storage_refused note: The page is in a frame of another origin',
    ])
  })

  it('keeps and reads nothing where the page asks for consent first', async () => {
    const page = await world.open({
      tag: '<script src="WAYPOST/waypost.js" data-consent></script>',
    })
    await page.evaluate(() => {
      for (const name of ['getItem', 'setItem', 'removeItem'] as const) {
        Storage.prototype[name] = () => {
          throw new Error('storage was touched')
        }
      }
    })
    expect((await diagnosed(page)).findings).toEqual([
      'storage_refused note: Storage was not tried: the page asks for consent first',
    ])
  })

  it('finds a clock that is wrong, either way', async () => {
    const page = await world.open({})
    await page.evaluate(() => {
      const real = Date.now
      Date.now = () => real() + 3_600_000
    })
    expect((await diagnosed(page)).findings).toEqual([
      expect.stringMatching(/^clock_skewed warning: .*clock is 3(599|600|601) seconds ahead of/),
    ])
    await page.evaluate(() => {
      const late = Date.now
      Date.now = () => late() - 4_200_000
    })
    expect((await diagnosed(page)).findings).toEqual([
      expect.stringMatching(/^clock_skewed warning: .* seconds behind the server’s$/),
    ])
  })

  it('finds the script twice, also of another version', async () => {
    const one = '<script src="WAYPOST/waypost.js"></script>'
    const page = await world.open({ tag: `${one}${one}` })
    expect((await diagnosed(page)).findings).toEqual([
      'script_twice warning: The script is on this page twice',
    ])
    const two = '<script src="WAYPOST/assets/aaaaaaaaaaaa/waypost.js"></script>'
    const other = await world.open({ tag: `${one}${two}` })
    expect((await diagnosed(other)).findings).toEqual([
      expect.stringMatching(/^script_twice warning: .*twice: http.*js and http.*aaaaaaaaaaaa/),
    ])
  })

  it('finds two widgets for one site', async () => {
    const page = await world.open({
      head: `<script type="module">
        import { createWaypost } from '/sdk/index.js'
        window.second = createWaypost({ baseUrl: 'WAYPOST', launcher: 'none' })
      </script>`,
    })
    await page.waitForFunction(() => 'second' in window)
    expect((await diagnosed(page)).findings).toContainEqual(
      expect.stringMatching(/^registered_twice warning: The site “” has two widgets/),
    )
  })

  it('finds a widget that two parts of the page have created', async () => {
    const page = await world.open({
      tag: `<script type="module">
        import { createWaypost } from '/sdk/index.js'
        createWaypost({ baseUrl: 'WAYPOST' })
        window.waypost = createWaypost({ baseUrl: 'WAYPOST/' })
      </script>`,
    })
    await page.waitForFunction(() => 'waypost' in window)
    const said = await diagnosed(page)
    expect(said.findings).toEqual([
      'registered_twice note: createWaypost() was called again for the same site',
    ])
    expect(said).toMatchObject({ ok: true, build: 'latest' })
  })

  it('finds names of elements that the page has taken', async () => {
    const page = await world.open({
      head: `<script>
        customElements.define('waypost-launcher', class extends HTMLElement {})
        customElements.define('waypost-window', class extends HTMLElement {})
      </script>`,
    })
    expect((await diagnosed(page)).findings).toEqual([
      'registered_twice warning: <waypost-launcher> is defined by the page itself',
      'registered_twice note: <waypost-window> is defined by the page itself',
    ])
  })

  it('finds that the server has another build than the page', async () => {
    const page = await world.open({
      tag: '<script src="/old.js" data-base-url="WAYPOST"></script>',
    })
    const said = await diagnosed(page)
    expect(said.build).toBe('aaaaaaaaaaaa')
    expect(said.findings).toEqual([
      expect.stringMatching(
        /^version_drift error: The page has build aaaaaaaaaaaa, .* keeps that one no longer$/,
      ),
    ])
  })

  it('finds an older build that the server still has, which may be meant so', async () => {
    const page = await world.open({
      tag: '<script src="/former.js" data-base-url="WAYPOST"></script>',
    })
    const said = await diagnosed(page)
    expect(said.build).toBe(world.former)
    expect(said.ok).toBe(true)
    expect(said.findings).toEqual([
      expect.stringMatching(
        new RegExp(`^version_drift note: The page has build ${world.former}, .* [0-9a-f]{12}$`),
      ),
    ])
  })

  it('finds options that are none, and selectors that fit nothing', async () => {
    const page = await world.open({
      tag: `<script src="WAYPOST/waypost.js" data-theme="blue" data-z-index="high"
        data-launcher=".help" data-inside="#help"></script>`,
    })
    const broken = await world.open({
      tag: '<script src="WAYPOST/waypost.js" data-launcher="[["></script>',
    })
    expect((await diagnosed(broken)).findings).toEqual([
      expect.stringMatching(/^option_wrong .*launcher is .*selector.*“\[\[”/),
    ])
    expect((await diagnosed(page)).findings).toEqual([
      'option_wrong warning: zIndex is a whole number, not “high”',
      'option_wrong warning: theme can be auto, light, dark, not “blue”',
      'option_wrong warning: launcher fits no element now: “.help”',
      'option_wrong warning: inside fits no element now: “#help”',
    ])
  })

  it('finds a launcher that nobody can see or press', async () => {
    const cover = '<div id="ad" style="position:fixed;inset:0;z-index:2147483647"></div>'
    const covered = await world.open({ body: cover })
    expect((await diagnosed(covered)).findings).toEqual([
      'launcher_hidden warning: The launcher lies behind <div id="ad">',
    ])
    await covered.evaluate(() => {
      document.querySelector('#ad')?.remove()
      ;(window as never as { waypost: { hide(): void } }).waypost.hide()
    })
    expect((await diagnosed(covered)).findings).toEqual([
      'launcher_hidden warning: The launcher is hidden',
    ])
    await covered.evaluate(() => document.querySelector('waypost-launcher')?.remove())
    await covered.evaluate(() => document.body.replaceWith(document.createElement('main')))
    const moved = await world.open({
      tag: '<script src="WAYPOST/waypost.js" data-offset="200vh"></script>',
    })
    expect((await diagnosed(moved)).findings).toEqual([
      'launcher_hidden warning: The launcher is outside of the window',
    ])
    const none = await world.open({
      tag: '<script src="WAYPOST/waypost.js" data-launcher="none"></script>',
    })
    expect((await diagnosed(none)).findings).toEqual(['launcher_hidden note: launcher is none'])
  })

  it('finds a launcher that one sees through', async () => {
    const page = await world.open({
      tag: '<script src="WAYPOST/waypost.js" data-accent="var(--brand)"></script>',
    })
    expect((await diagnosed(page)).findings).toEqual([
      'launcher_hidden warning: One sees through the launcher',
    ])
    await page.evaluate(() => document.documentElement.style.setProperty('--brand', '#2563eb'))
    expect((await diagnosed(page)).findings).toEqual([])
  })

  it('misses no launcher where the host has none', async () => {
    const named = await world.open({
      tag: '<script src="WAYPOST/waypost.js" data-hide-on="*"></script>',
    })
    expect((await diagnosed(named)).findings).toEqual([
      'launcher_hidden note: hideOn names this page: “*”',
    ])
    const inPage = await world.open({
      tag: '<script src="WAYPOST/waypost.js" data-mode="inline" data-inside="#help"></script>',
      body: '<div id="help"></div>',
    })
    expect((await diagnosed(inPage)).findings).toEqual([])
  })
})
