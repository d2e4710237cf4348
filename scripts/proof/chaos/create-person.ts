import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

/** What is called of the widget here. */
interface Host {
  waypost: {
    openForm(prefill: object): Promise<void>
    showTicket(id: string): Promise<void>
  }
}

export const MOST_TABS = 2
/** Milliseconds after which nobody looks at a page any longer that does not come. */
const PATIENCE = 2_500
/** How long it may take where nothing stands in the way, on a machine with much to do. */
const UNTROUBLED = 60_000

/** Somebody with a browser of their own, who does what people do. */
export async function createPerson(browser: Browser, url: string, name: string) {
  const context: BrowserContext = await browser.newContext({
    ...{ viewport: { width: 1_000, height: 800 }, reducedMotion: 'reduce' },
  })
  await context.addCookies([{ name: 'tidemark_person', value: name, url }])
  context.setDefaultTimeout(PATIENCE)

  const panelOf = (page: Page) => page.getByRole('dialog')
  const composerOf = (page: Page) =>
    panelOf(page).getByRole('textbox', { name: /^Write (a reply|, and it)/ })

  /** True once the page and the widget's script are there. */
  async function loads(page: Page): Promise<boolean> {
    try {
      if (!page.url().startsWith(url)) await page.goto(`${url}/invoices`)
      await page.waitForFunction(() => 'support' in document.documentElement.dataset)
      return true
    } catch {
      return false
    }
  }

  const tabs = () => context.pages()
  const tabAt = (at: number) => tabs()[at % tabs().length]

  async function newTab(): Promise<Page> {
    const page = await context.newPage()
    await loads(page)
    return page
  }

  /** Where one can write in the ticket by now, in this tab. */
  async function composer(page: Page, ticketId: string): Promise<Locator | undefined> {
    const field = composerOf(page)
    if (await field.isVisible().catch(() => false)) return field
    if (!(await loads(page))) return undefined
    try {
      await page.evaluate((id) => {
        void (window as unknown as Host).waypost.showTicket(id)
      }, ticketId)
      await field.waitFor()
      return field
    } catch {
      return undefined
    }
  }

  /** Nobody leaves before the form has done something with their words: taken them, or asked for more. */
  async function isTaken(page: Page, mail: string): Promise<void> {
    const panel = panelOf(page)
    const soon = { timeout: PATIENCE }
    const waits = page.waitForFunction(
      () => Object.keys(localStorage).some((key) => key.includes(':outbox:')),
      null,
      soon,
    )
    const email = panel.getByRole('link', { name: 'Write your email address in full' })
    const question = panel.getByRole('textbox', { name: 'Your question', exact: true })
    const asks = email.waitFor(soon).then(async () => {
      await panel.getByRole('textbox', { name: 'Your email', exact: true }).fill(mail)
      await panel.getByRole('button', { name: 'Send', exact: true }).click()
    })
    await Promise.any([waits, question.waitFor({ ...soon, state: 'hidden' }), asks]).catch(() => {})
  }

  return {
    tabs,
    newTab,
    close: () => context.close(),
    /** Nothing stands in the way: then it is waited for. */
    isPatient: (isSo: boolean) => context.setDefaultTimeout(isSo ? UNTROUBLED : PATIENCE),
    setOffline: (isOffline: boolean) => context.setOffline(isOffline),

    async reload(at: number): Promise<void> {
      await tabAt(at)
        ?.reload()
        .catch(() => {})
    },

    /** Loads a tab anew that has not come whole, or opens one. */
    async comesBack(): Promise<void> {
      const page = tabs().at(-1) ?? (await context.newPage())
      if (!(await loads(page))) await page.goto(`${url}/invoices`, { timeout: UNTROUBLED })
    },

    async closeTab(at: number): Promise<void> {
      await tabAt(at)?.close()
    },

    /** Another page of the host, where the panel is closed. */
    async goAway(at: number): Promise<void> {
      await tabAt(at)
        ?.goto(`${url}/customers`)
        .catch(() => {})
    },

    /** Writes in a conversation and presses Send, in this tab or else another; false where none can. */
    async send(ticketId: string, text: string, at: number): Promise<boolean> {
      const order = [tabAt(at), ...tabs()].filter((page) => page !== undefined)
      for (const page of new Set(order)) {
        const field = await composer(page, ticketId)
        if (!field) continue
        await field.fill(text)
        await field.press('Control+Enter')
        return true
      }
      return false
    },

    /** Writes a ticket and presses Send; false where there is no form, or one with other words. */
    async open(
      subject: string,
      message: string,
      mail: string,
    ): Promise<'sent' | 'no form' | 'other words'> {
      const page = tabs().at(-1)
      if (!page || !(await loads(page))) return 'no form'
      try {
        const panel = panelOf(page)
        const field = (of: string) => panel.getByRole('textbox', { name: of, exact: true })
        const asks = () =>
          page.evaluate(() => void (window as unknown as Host).waypost.openForm({}))
        await asks()
        // What waits may stand in its place, and then go: who wants to ask something else asks again.
        const gone = panel.getByRole('heading', { name: 'We have your question' })
        await field('Your question').or(gone).waitFor()
        if (await gone.isVisible()) await asks()
        await field('Your question').waitFor()
        const standing = await field('Your question').inputValue()
        if (standing && standing !== message) return 'other words'
        await field('In one line').fill(subject)
        await field('Your question').fill(message)
        const email = field('Your email')
        // Whom nobody vouches for is asked, as soon as that is known.
        if (name === 'nobody') await email.waitFor()
        if (await email.isVisible()) await email.fill(mail)
        await panel.getByRole('checkbox').check()
        await panel.getByRole('button', { name: 'Send', exact: true }).click()
        await isTaken(page, mail)
        return 'sent'
      } catch {
        return 'no form'
      }
    },

    /** Sends what still stands in the form; true where these words do. */
    async openAgain(message: string): Promise<boolean> {
      const page = tabs().at(-1)
      if (!page || !(await loads(page))) return false
      try {
        await page.evaluate(() => void (window as unknown as Host).waypost.openForm({}))
        const panel = panelOf(page)
        const field = panel.getByRole('textbox', { name: 'Your question', exact: true })
        await field.waitFor()
        // What is kept comes once it is known who is here.
        await page.waitForTimeout(500)
        if ((await field.inputValue()) !== message) return false
        await panel.getByRole('button', { name: 'Send', exact: true }).click()
        return true
      } catch {
        return false
      }
    },

    /** Own words of a conversation as one tab shows them, and how many of them wait there. */
    async reads(ticketId: string): Promise<{ texts: string[]; waiting: number } | undefined> {
      const page = tabs().at(-1)
      if (!page || !(await composer(page, ticketId))) return undefined
      // In one look: what is on its way may arrive between two.
      return panelOf(page)
        .locator('.trail')
        .evaluate((trail) => ({
          texts: [...trail.querySelectorAll('li.mine .said')].map((said) => {
            const rich = said.querySelector('waypost-rich-text')?.shadowRoot
            return ((rich ?? said).textContent ?? '').trim()
          }),
          waiting: trail.querySelectorAll('li:is(.unsent, .sending)').length,
        }))
    },

    /** Presses what offers to send once more; how often that was. */
    async sendAgain(ticketId: string): Promise<number> {
      const page = tabs().at(-1)
      if (!page || !(await composer(page, ticketId))) return 0
      const again = panelOf(page).getByRole('button', { name: 'Send again', exact: true })
      let pressed = 0
      for (let left = await again.count(); left > 0; left -= 1) {
        await again.first().click()
        pressed += 1
      }
      return pressed
    },

    /** Pictures of all tabs, to look at what somebody saw. */
    async pictures(name: string): Promise<void> {
      for (const [at, page] of tabs().entries()) {
        await page.screenshot({ path: `${name}-${at}.png` }).catch(() => {})
      }
    },

    /** What this browser keeps for later, in words. */
    kept: async (): Promise<string> =>
      (await tabs()
        .at(-1)
        ?.evaluate(() => JSON.stringify({ ...localStorage }))) ?? '',
  }
}

export type Person = Awaited<ReturnType<typeof createPerson>>
