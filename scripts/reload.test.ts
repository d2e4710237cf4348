import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reloadWords } from '../packages/sdk/src/embed/reload/reload-words.js'
import { findChromium } from './chromium.mjs'
import { type DiagnoseWorld, openWorld } from './diagnose.test.kit.js'

const executablePath = process.env.WAYPOST_SKIP_BROWSER === '1' ? undefined : findChromium()
if (!executablePath) console.log('Skipped: there is no browser here to open old pages in.')

interface HostWindow {
  waypost: {
    open(target: object): Promise<void>
    on(name: string, listen: (payload: never) => void): void
  }
  errors: { code: string; detail: string }[]
}

describe.skipIf(!executablePath)('a page of the panel whose code is gone', () => {
  const world = {} as DiagnoseWorld
  beforeAll(async () => void Object.assign(world, await openWorld(executablePath ?? '')), 60_000)
  afterAll(() => world.close?.())

  /** The panel on a page that was opened before the server forgot its build. */
  async function oldPage(locale: string, gone: RegExp) {
    const page = await world.open({
      tag: `<script src="WAYPOST/waypost.js" data-locale="${locale}"></script>`,
      policy: "script-src 'unsafe-inline' WAYPOST; connect-src WAYPOST",
    })
    // The server itself answers, for a build that it has not.
    await page.route(gone, (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/assets\/\w+/, 'assets/aaaaaaaaaaaa'),
      }),
    )
    await page.evaluate(() => {
      const host = window as never as HostWindow
      host.errors = []
      host.waypost.on('error', (error) => host.errors.push(error))
    })
    const open = (target: object) =>
      page.evaluate((to) => (window as never as HostWindow).waypost.open(to), target)
    return { page, open }
  }

  it.each(Object.entries(reloadWords))(
    'says in %s to load the page again',
    async (locale, words) => {
      const [title, text, label] = words
      const { page, open } = await oldPage(locale, /\/chunks\/contact-view\.js/)
      await open({ view: 'form' })
      const notice = page.getByRole('alert')
      await notice.getByText(title).waitFor()
      expect(await notice.textContent()).toContain(text)
      const errors = await page.evaluate(() => (window as never as HostWindow).errors)
      expect(errors.map(({ code }) => code)).toEqual(['reload_needed'])
      expect(errors[0]?.detail).toContain('contact-view.js')

      await page.unroute(/\/chunks\/contact-view\.js/)
      await Promise.all([
        page.waitForEvent('load'),
        notice.getByText(label, { exact: true }).click(),
      ])
      await page.waitForFunction(() => 'waypost' in window)
      await open({ view: 'form' })
      await page.getByRole('textbox').first().waitFor()
    },
  )

  it('lets somebody try again where the network failed, and says so when it fails again', async () => {
    const { page, open } = await oldPage('en', /\/nothing$/)
    const chunk = /\/chunks\/contact-view\.js/
    await page.route(chunk, (route) => route.abort('connectionreset'))
    await open({ view: 'form' })
    const again = page.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    expect(await page.evaluate(() => (window as never as HostWindow).errors)).toEqual([])
    await again.click()
    await page.getByRole('button', { name: reloadWords.en[2] }).waitFor()
  })

  it('says nothing of loading again where there is no network at all', async () => {
    const { page, open } = await oldPage('en', /\/nothing$/)
    await open({ view: 'home' })
    await page.route(/\/(chunks\/contact-view|latest\/reload)\.js/, (route) => route.abort())
    for (const name of ['one', 'two']) {
      await open({ view: 'form' })
      await page.getByRole('button', { name: 'Try again' }).waitFor()
      expect(await page.getByText(reloadWords.en[2]).count(), name).toBe(0)
    }
  })
})
