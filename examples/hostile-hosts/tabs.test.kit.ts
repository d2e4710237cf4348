import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const usual: BrowserContextOptions = {
  ...{ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } },
}

export type Tabs = ReturnType<typeof createTabs>

/**
 * Tabs, each in a profile of its own and for one visit at a time. To begin one costs as much as the
 * visit itself, so the usual ones are used again: they fetch everything anew, and have forgotten who
 * was there. A tab whose visit has failed is not given back.
 */
export function createTabs(browser: Browser) {
  const free: Page[] = []

  async function begin(more: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ ...usual, ...more })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    return page
  }

  async function beginUsual(): Promise<Page> {
    const page = await begin()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
    return page
  }

  return {
    take: async () => free.pop() ?? (await beginUsual()),

    /** One that is used once, and closed with its context. */
    begin,

    async giveBack(page: Page): Promise<void> {
      page.removeAllListeners()
      await page.goto('about:blank')
      await page.unrouteAll()
      await page.emulateMedia({ ...{ media: null, reducedMotion: 'reduce' } })
      await page.mouse.move(0, 0)
      free.push(page)
    },
  }
}
