import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ARTICLE, asks, complaintsOf, findsHelp, leaves } from '../visitor.test.kit.js'
import type { World } from '../world.test.kit.js'

interface Tab {
  wasAsleep: boolean
  waypost: { logout(): Promise<void>; getState(): { identity?: string } }
}

/** Pages that the browser puts to sleep when one leaves, and wakes when one goes back to them. */
export function wayBack(world: World): void {
  async function visit(name: string, complains?: RegExp) {
    const context = await world.browser.newContext({ reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    const complaints = complaintsOf(page, complains)
    await page.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        ;(window as never as Tab).wasAsleep = persisted
      })
    })
    await page.goto(world.at(name))
    return { page, complaints, close: () => context.close() }
  }

  /** To another page of the host and back; whether this one slept, and if not why. */
  async function thereAndBack(page: Page, there = async () => {}) {
    await page.goto(world.at('ten-pixels'))
    await there()
    await page.goBack({ waitUntil: 'commit' })
    await page.waitForFunction(() => (window as never as Partial<Tab>).wasAsleep !== undefined)
    return page.evaluate(() => ({
      wasAsleep: (window as never as Tab).wasAsleep,
      reasons: (performance.getEntriesByType('navigation')[0] as { notRestoredReasons?: unknown })
        .notRestoredReasons,
    }))
  }
  const asleep = { wasAsleep: true, reasons: null }

  for (const name of ['plain', 'eager']) {
    it.concurrent(`may be gone back to, and finds help as it was left: ${name}`, async () => {
      const { page, complaints, close } = await visit(name)
      const frame = page.mainFrame()
      await findsHelp(frame)
      expect(await thereAndBack(page)).toEqual(asleep)
      expect(await page.getByRole('heading', { name: ARTICLE }).isVisible()).toBe(true)
      await leaves(frame)
      expect(await thereAndBack(page)).toEqual(asleep)
      await page.getByRole('button', { name: 'Help', exact: true }).click()
      await page.getByRole('heading', { name: ARTICLE }).waitFor()
      expect(complaints).toEqual([])
      await close()
    }, 90_000)
  }

  it.concurrent('may be kept awake by something else, which we would see', async () => {
    const { page, close } = await visit('plain')
    await page.evaluate(() => void window.open('?without'))
    expect((await thereAndBack(page)).wasAsleep).toBe(false)
    await close()
  }, 90_000)

  it.concurrent('may be gone back to, and has every word that was written', async () => {
    const { page, complaints, close } = await visit('plain')
    const frame = page.mainFrame()
    await asks(frame, 'Before I went away')
    const reply = page.getByRole('textbox', { name: 'Write a reply' })
    await reply.fill('And another thing')
    expect(await thereAndBack(page)).toEqual(asleep)
    expect(await reply.inputValue()).toBe('And another thing')
    const state = await page.evaluate(() => (window as never as Tab).waypost.getState())
    expect(state.identity).toBe('anonymous')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('And another thing').last().waitFor()
    expect(complaints).toEqual([])
    await close()
  }, 90_000)

  it.concurrent('may be gone back to after somebody has logged out, and shows nothing of them', async ({
    expect,
  }) => {
    // The page that wakes may have asked by the session that has ended.
    const { page, complaints, close } = await visit('plain', /status of 401/)
    const frame = page.mainFrame()
    await asks(frame, 'Nobody else may read this')
    const back = await thereAndBack(page, () =>
      page.evaluate(() => (window as never as Tab).waypost.logout()),
    )
    expect(back).toEqual(asleep)
    await page.getByText('May I come in?').last().waitFor({ state: 'hidden' })
    await expect.poll(() => page.getByText('Nobody else may read this').count()).toBe(0)
    await page.getByRole('button', { name: 'Requests' }).click()
    await page.getByText('Nothing under way').waitFor()
    expect(complaints).toEqual([])
    await close()
  }, 90_000)
}
