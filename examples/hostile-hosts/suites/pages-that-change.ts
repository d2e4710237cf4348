import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ARTICLE, findsHelp, leaves } from '../visitor.test.kit.js'
import type { World } from '../world.test.kit.js'
import { hostOf, visit } from './ordinary-visits.js'

interface Tidied {
  waypost: { open(): Promise<void> }
  removed: number
}

/** Who is removed more often goes round in circles. */
const LIMIT = 10

/** Hosts that turn their pages by themselves: what stands there is taken away or put elsewhere. */
export function pagesThatChange(world: World): void {
  /** What a page does instead of loading the next one. */
  const turns = {
    'puts another body in place, as Turbo does': () => {
      const next = document.createElement('body')
      next.innerHTML = '<main><h1>The next page</h1></main>'
      history.pushState(null, '', '#next')
      document.body.replaceWith(next)
    },
    'puts another body in place in a view transition': async () => {
      const next = document.createElement('body')
      next.innerHTML = '<main><h1>The next page</h1></main>'
      await document.startViewTransition(() => document.body.replaceWith(next)).finished
    },
    'empties its body in place, as htmx does': () => {
      document.body.innerHTML = '<main><h1>The next page</h1></main>'
    },
    'draws all of its root anew': () => {
      const root = document.documentElement
      root.replaceChildren(document.createElement('head'), document.createElement('body'))
      document.body.innerHTML = '<main><h1>The next page</h1></main>'
    },
  }
  for (const [does, turn] of Object.entries(turns)) {
    it.concurrent(`may be one that ${does}, again and again`, async () => {
      const { page, frame, complaints, close } = await visit(world, hostOf('plain'))
      await findsHelp(frame)
      for (const _time of [1, 2]) {
        await page.evaluate(turn)
        // Where it was left, it opens again.
        await page.getByRole('button', { name: 'Help', exact: true }).click()
        await page.getByRole('heading', { name: ARTICLE }).waitFor()
      }
      await leaves(frame)
      expect(await page.locator('waypost-launcher').count()).toBe(1)
      expect(complaints).toEqual([])
      await close()
    }, 90_000)
  }

  it.concurrent('may go from page to page by its history, with help open all the time', async () => {
    const { page, frame, complaints, close } = await visit(world, hostOf('plain'))
    await findsHelp(frame)
    await page.evaluate(() => {
      history.pushState(null, '', '?page=2')
      history.replaceState(null, '', '?page=3')
      location.hash = 'there'
      document.title = 'The third page'
      const heading = document.querySelector('h1') as HTMLElement
      heading.textContent = 'The third page'
    })
    expect(await page.getByRole('heading', { name: ARTICLE }).isVisible()).toBe(true)
    await page.goBack()
    expect(await page.getByRole('heading', { name: ARTICLE }).isVisible()).toBe(true)
    await leaves(frame)
    expect(complaints).toEqual([])
    await close()
  }, 90_000)

  it.concurrent('may remove what it does not know, and nothing goes round in circles', async () => {
    const { page, complaints } = await visit(world, hostOf('removes-strangers'))
    await page.clock.install()
    await page.waitForFunction(() => 'waypost' in window)
    const open = () => page.evaluate(() => (window as never as Tidied).waypost.open())
    await open()
    // The launcher comes as the page is read; the panel when it is made, and when it is shown.
    const removed = await whenNothingIsRemoved(page)
    expect(removed).toBeGreaterThan(1)
    expect(removed).toBeLessThan(LIMIT)
    await page.clock.runFor('10:00')
    expect(await whenNothingIsRemoved(page)).toBe(removed)
    await open()
    // As it is shown, and as it comes behind what had opened first.
    expect(await whenNothingIsRemoved(page)).toBeLessThanOrEqual(removed + 3)
    expect(complaints).toEqual([])
    // Its clock is not that of other tabs: nobody gets it after us.
    await page.context().close()
  }, 90_000)
}

/** How often something has been removed, once ten frames have gone by without: or the limit. */
function whenNothingIsRemoved(page: Page): Promise<number> {
  return page.evaluate(async (limit) => {
    const host = window as never as Tidied
    let before = -1
    for (let still = 0; still < 10 && host.removed < limit; ) {
      await new Promise((next) => requestAnimationFrame(next))
      still = host.removed === before && document.readyState === 'complete' ? still + 1 : 0
      before = host.removed
    }
    return host.removed
  }, LIMIT)
}
