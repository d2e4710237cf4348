import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ARTICLE, findsHelp, focusOf, leaves, roomOf } from '../visitor.test.kit.js'
import type { World } from '../world.test.kit.js'
import { hostOf, visit } from './ordinary-visits.js'

/** On paper, over the whole screen, and as the person has asked their system for it. */
export function screens(world: World): void {
  it.concurrent('is printed without us', async () => {
    const { page, frame, close } = await visit(world, hostOf('plain'))
    await findsHelp(frame)
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('heading', { name: ARTICLE }).waitFor({ state: 'hidden' })
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Help' }).waitFor({ state: 'hidden' })
    await close()
  }, 90_000)

  it.concurrent('may show one element over the whole screen, and help above it', async ({
    expect,
  }) => {
    const { page, frame, complaints, close } = await visit(world, hostOf('full-screen'))
    await page.locator('#film').evaluate((film) => {
      film.addEventListener('dblclick', () => film.requestFullscreen())
    })
    await page.locator('#film').dblclick({ position: { x: 200, y: 5 } })
    await page.waitForFunction(() => document.fullscreenElement?.id === 'film')
    await findsHelp(frame)
    await expect.poll(() => roomOf(frame)).toEqual({ isInside: true, isMet: true })
    await leaves(frame)
    await expect.poll(() => focusOf(frame)).toBe('Help')
    expect(complaints).toEqual([])
    await close()
  }, 90_000)

  /** Of every element of the panel that is to be seen, what its style says. */
  const styles = (page: Page, names: readonly (keyof CSSStyleDeclaration)[]) =>
    page.evaluate((names) => {
      const found: string[][] = []
      const look = (root: ParentNode) => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          const style = getComputedStyle(element)
          if (element.checkVisibility()) found.push(names.map((name) => String(style[name])))
          if (element.shadowRoot) look(element.shadowRoot)
        }
      }
      const hosts = [...document.querySelectorAll('*')]
      look(
        hosts.find(({ shadowRoot }) => shadowRoot?.querySelector('dialog[open]'))
          ?.shadowRoot as never,
      )
      return found
    }, names)

  it.concurrent('may be looked at by somebody for whom nothing shall move', async () => {
    const { page, frame, close } = await visit(world, hostOf('plain'))
    await findsHelp(frame)
    const longest = async (reducedMotion: 'reduce' | 'no-preference') => {
      await page.emulateMedia({ reducedMotion })
      const names = ['animationDuration', 'transitionDuration'] as const
      const all = (await styles(page, names)).flat().flatMap((text) => text.split(', '))
      return Math.max(...all.map(Number.parseFloat))
    }
    expect(await longest('no-preference')).toBeGreaterThan(0.1)
    expect(await longest('reduce')).toBeLessThanOrEqual(0.001)
    await close()
  }, 90_000)

  it.concurrent('may be looked at in colours of the system, where lines say what shadows cannot', async () => {
    const { page, frame, close } = await visit(world, hostOf('forced-colors'))
    const edgeOf = (element: Locator) =>
      element.evaluate((element) => getComputedStyle(element).borderTopWidth)
    const launcher = page.getByRole('button', { name: 'Help', exact: true })
    expect(await edgeOf(launcher)).toBe('1px')
    await findsHelp(frame)
    const panel = page.getByRole('dialog')
    expect(await edgeOf(panel)).toBe('1px')
    await page.emulateMedia({ forcedColors: 'none' })
    expect(await edgeOf(panel)).toBe('0px')
    await close()
  }, 90_000)

  it.concurrent('may be looked at by somebody who needs more contrast, and gets it', async () => {
    const { page, frame, close } = await visit(world, hostOf('more-contrast'))
    await findsHelp(frame)
    const faintest = async () => {
      const lights = (await styles(page, ['color']))
        .flat()
        .map((color) => Number(/^oklch\(([\d.]+)/.exec(color)?.[1] ?? 0))
      return Math.max(...lights.filter((light) => light < 0.7))
    }
    const more = await faintest()
    await page.emulateMedia({ contrast: 'no-preference' })
    expect(more).toBeLessThan(await faintest())
    await close()
  }, 90_000)
}
