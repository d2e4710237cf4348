import { expect, it } from 'vitest'
import { ARTICLE, findsHelp, leaves } from '../visitor.test.kit.js'
import type { World } from '../world.test.kit.js'
import { hostOf, visit } from './ordinary-visits.js'

interface Page {
  waypost: { open(): Promise<void> }
  removed: number
}

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
    const { page, complaints, close } = await visit(world, hostOf('removes-strangers'))
    await page.waitForFunction(() => 'waypost' in window)
    await page.evaluate(() => void (window as never as Page).waypost.open())
    await page.waitForFunction(() => (window as never as Page).removed > 1)
    const removed = () => page.evaluate(() => (window as never as Page).removed)
    const before = await removed()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    expect(await removed()).toBe(before)
    expect(before).toBeLessThan(10)
    expect(complaints).toEqual([])
    await close()
  }, 90_000)
}
