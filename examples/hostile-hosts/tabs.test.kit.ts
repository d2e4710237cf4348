import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export type Tabs = ReturnType<typeof createTabs>

/**
 * Tabs, each in a profile of its own and for one visit at a time. To begin one costs more than most
 * visits, so each is used again by the next who asks for the same: it fetches everything anew, and has
 * forgotten who was there. A tab whose visit has failed is not given back.
 */
export function createTabs(browser: Browser, usual: BrowserContextOptions = {}) {
  const free = new Map<string, Page[]>()
  const optionsOf = new WeakMap<Page, BrowserContextOptions>()

  async function begin(more: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ ...usual, ...more })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    optionsOf.set(page, more)
    return page
  }

  async function beginUsed(more: BrowserContextOptions): Promise<Page> {
    const page = await begin(more)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
    return page
  }

  return {
    take: async (more: BrowserContextOptions = {}) =>
      free.get(JSON.stringify(more))?.pop() ?? (await beginUsed(more)),

    /** One that is used once, and closed with its context. */
    begin,

    async giveBack(page: Page): Promise<void> {
      const more = optionsOf.get(page) ?? {}
      const { colorScheme, forcedColors, reducedMotion, viewport } = { ...usual, ...more }
      const { origin } = new URL(page.url())
      page.removeAllListeners()
      await page.context().setOffline(false)
      await page.goto('about:blank')
      await page.unrouteAll()
      await page.context().clearCookies()
      if (origin.startsWith('http')) await forget(page, origin)
      await page.emulateMedia({
        ...{ media: null, contrast: 'no-preference' },
        ...{ colorScheme: colorScheme ?? 'light', forcedColors: forcedColors ?? 'none' },
        reducedMotion: reducedMotion ?? 'no-preference',
      })
      if (viewport) await page.setViewportSize(viewport)
      await page.mouse.move(0, 0)
      const key = JSON.stringify(more)
      free.set(key, [...(free.get(key) ?? []), page])
    },
  }
}

/** Whoever was there before has left nothing in the stores of the page. */
async function forget(page: Page, origin: string): Promise<void> {
  const nowhere = `${origin}/nowhere`
  await page.route(nowhere, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto(nowhere)
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.goto('about:blank')
  await page.unrouteAll()
}
