import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asks, complaintsOf, cornerOf, findsHelp, layoutOf, leaves } from '../visitor.test.kit.js'
import type { World } from '../world.test.kit.js'

const phone = { isMobile: true, hasTouch: true, deviceScaleFactor: 3 }
const upright = { width: 390, height: 844 }
const across = { width: 844, height: 390 }

/** Where a finger and a thumb are all there is, with a notch above and a bar below. */
export function phones(world: World): void {
  async function visit(name: string, viewport = upright, more: object = phone) {
    const context = await world.browser.newContext({ ...more, viewport, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    const complaints = complaintsOf(page)
    await page.goto(world.at(name))
    return { page, complaints, close: () => context.close() }
  }

  /** The notch and the bar of a phone, as the browser tells them to a page. */
  async function cutOut(page: Page, insets: Insets): Promise<void> {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setSafeAreaInsetsOverride', { insets } as never)
    // The page hears of it when its styles are next computed.
    await page.waitForFunction((bottom) => {
      const probe = document.createElement('i')
      probe.style.paddingBottom = 'env(safe-area-inset-bottom)'
      document.body.append(probe)
      const heard = getComputedStyle(probe).paddingBottom
      probe.remove()
      return heard === `${bottom}px`
    }, insets.bottom)
  }

  /** Everything in the panel that one can press or write into, by its name, and where it is. */
  const controls = (page: Page) =>
    page.evaluate(() => {
      const found: { name: string; top: number; left: number; right: number; bottom: number }[] = []
      const look = (root: ParentNode) => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          if (element.shadowRoot) look(element.shadowRoot)
          const isControl = element.matches('a, button, input, textarea, select')
          if (!isControl || !element.checkVisibility()) continue
          const { top, left, right, bottom } = element.getBoundingClientRect()
          const name = element.ariaLabel || element.textContent?.trim() || element.localName
          found.push({ name, top, left, right, bottom })
        }
      }
      const hosts = [...document.querySelectorAll('*')]
      look(
        hosts.find(({ shadowRoot }) => shadowRoot?.querySelector('dialog[open]'))
          ?.shadowRoot as never,
      )
      return found
    })

  it.concurrent('may have a notch and a bar, and the launcher keeps off them', async ({
    expect,
  }) => {
    const { page, complaints, close } = await visit('notch')
    const launcher = page.getByRole('button', { name: 'Help', exact: true })
    await launcher.waitFor()
    const corner = () => cornerOf(page.mainFrame())
    await expect.poll(corner).toMatchObject({ edge: 20, lift: 20 })
    await cutOut(page, { top: 47, right: 12, bottom: 34 })
    await expect.poll(corner).toMatchObject({ edge: 32, lift: 54 })
    expect(complaints).toEqual([])
    await close()
  }, 90_000)

  it.concurrent('may have a notch and a bar, and nothing of us is behind them', async ({
    expect,
  }) => {
    const { page, complaints, close } = await visit('notch')
    await cutOut(page, { top: 47, bottom: 34 })
    const free = async () => {
      for (const { name, top, bottom } of await controls(page)) {
        // What is scrolled away is not pressed there.
        if (top > upright.height || bottom < 0) continue
        expect.soft(top, `${name} is under the notch`).toBeGreaterThanOrEqual(47)
        expect.soft(bottom, `${name} is under the bar`).toBeLessThanOrEqual(upright.height - 34)
      }
    }
    await page.getByRole('button', { name: 'Help', exact: true }).tap()
    await page.getByRole('searchbox').waitFor()
    await free()
    await asks(page.mainFrame(), 'From a phone')
    await page.getByRole('textbox', { name: 'Write a reply' }).waitFor()
    await free()
    expect(complaints).toEqual([])
    await close()
  }, 90_000)

  it.concurrent('may be turned on its side, with the notch at one end', async ({ expect }) => {
    const { page, complaints, close } = await visit('notch', across)
    await cutOut(page, { left: 47, right: 47, bottom: 21 })
    await page.getByRole('button', { name: 'Help', exact: true }).tap()
    await page.getByRole('searchbox').waitFor()
    for (const { name, right, left } of await controls(page)) {
      expect.soft(right, `${name} is under the notch`).toBeLessThanOrEqual(across.width - 47)
      expect.soft(left, `${name} is under the notch`).toBeGreaterThanOrEqual(47)
    }
    expect(complaints).toEqual([])
    await close()
  }, 90_000)

  it.concurrent('may be small, and no field of ours is: smaller than 16 pixels a phone zooms in', async () => {
    const { page, complaints, close } = await visit('ten-pixels')
    const sizes = async () => {
      const fields = await page
        .getByRole('dialog')
        .locator('input:not([type=radio], [type=checkbox]), textarea, select')
        .all()
      const texts = await Promise.all(
        fields.map(async (field) =>
          (await field.isVisible())
            ? field.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
            : 16,
        ),
      )
      expect(texts.length).toBeGreaterThan(0)
      expect(Math.min(...texts)).toBeGreaterThanOrEqual(16)
    }
    await page.getByRole('button', { name: 'Help', exact: true }).tap()
    await page.getByRole('searchbox').waitFor()
    await sizes()
    await page.getByRole('searchbox').pressSequentially('guest')
    const found = page.getByRole('link', { name: 'Stay a guest on any page' })
    await found.filter({ visible: true }).first().waitFor()
    await sizes()
    while (await page.getByRole('button', { name: 'Back', exact: true }).isVisible()) {
      await page.getByRole('button', { name: 'Back', exact: true }).tap()
    }
    await page.getByRole('dialog').getByRole('button', { name: 'Ask us', exact: true }).tap()
    await page.getByRole('textbox', { name: 'Your email' }).waitFor()
    await sizes()
    await asks(page.mainFrame(), 'In letters that one can read')
    await page.getByRole('textbox', { name: 'Write a reply' }).waitFor()
    await sizes()
    expect(complaints).toEqual([])
    await close()
  }, 90_000)

  const places = [
    ...['inverted', 'snapping', 'scrolling-body', 'zoomed'].map((name) => ({ name, more: phone })),
    // A narrow window with a scrollbar that takes room.
    ...['inverted', 'snapping'].map((name) => ({ name, more: {} })),
  ]
  for (const { name, more } of places) {
    const where = more === phone ? 'a phone' : 'a narrow window'
    it.concurrent(`may be scrolled on ${where}, and stays there: ${name}`, async () => {
      const { page, complaints, close } = await visit(name, upright, more)
      await page.evaluate(() => {
        const page = window as never as { shifts: number }
        page.shifts = 0
        new PerformanceObserver((list) => {
          for (const { sources } of list.getEntries() as never as Shift[]) {
            // What moves in a shadow root is told without its node, and is ours.
            page.shifts += sources.filter(({ node }) => node).length
          }
        }).observe({ type: 'layout-shift' })
        for (const scrolled of [window, document.body])
          scrolled.scrollTo({ top: 844, behavior: 'instant' })
      })
      const frame = page.mainFrame()
      const before = await layoutOf(frame)
      const launcher = page.getByRole('button', { name: 'Help', exact: true })
      await launcher.waitFor()
      await findsHelp(frame)
      expect((await layoutOf(frame)).filter(isNoStyle)).toEqual(before)
      await page.mouse.move(200, 400)
      await page.mouse.wheel(0, 700)
      expect((await layoutOf(frame)).filter(isNoStyle)).toEqual(before)
      await leaves(frame)
      expect(await layoutOf(frame)).toEqual(before)
      expect(await page.evaluate(() => (window as never as { shifts: number }).shifts)).toBe(0)
      expect(complaints).toEqual([])
      await close()
    }, 90_000)
  }
}

interface Insets {
  top?: number
  left?: number
  right?: number
  bottom: number
}

interface Shift {
  sources: { node?: Node }[]
}

/** While the page rests, its root says so in its style, and nothing else of it has changed. */
const isNoStyle = (line: string) => !line.startsWith('style=')
