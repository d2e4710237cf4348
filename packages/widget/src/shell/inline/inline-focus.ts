import { activeElement } from '../../foundation/active-element.js'
import type { createFocusKeeper } from '../focus-keeper.js'
import type { Page } from '../view-stack.js'

type FocusKeeper = ReturnType<typeof createFocusKeeper>

/**
 * Moves the focus with the person from page to page. As long as they have not gone anywhere in here
 * it stays where it is on the page of the host.
 */
export function createInlineFocus(root: () => ShadowRoot) {
  let goes = false
  let placed: HTMLElement | undefined

  const keeper: Pick<FocusKeeper, 'leave' | 'place' | 'waitsForHeading' | 'forget'> = {
    leave(page: Page | undefined): void {
      if (page?.view) page.focused = activeElement(page.view.renderRoot as ShadowRoot)
    },

    place(page: Page | undefined): void {
      if (!goes) return
      const view = page?.view?.renderRoot
      const back = page?.focused?.isConnected ? page.focused : undefined
      placed =
        back ??
        view?.querySelector<HTMLElement>('[data-focus]') ??
        view?.querySelector<HTMLElement>('h1') ??
        root().querySelector<HTMLElement>('.name') ??
        root().querySelector<HTMLElement>('.frame') ??
        undefined
      if (page) page.focused = null
      if (placed && !placed.matches('input, textarea, button, a, [tabindex]')) placed.tabIndex = -1
      placed?.focus({ preventScroll: true })
      // A long page may have been left at its end.
      if (!back) root().querySelector('.frame')?.scrollIntoView({ block: 'nearest' })
    },

    get waitsForHeading(): boolean {
      return placed?.classList.contains('frame') === true && placed === activeElement(root())
    },

    forget(): void {
      placed = undefined
      goes = false
    },
  }

  return {
    keeper: keeper as FocusKeeper,
    /** The person goes somewhere by themselves. */
    goes(): void {
      goes = true
    },
  }
}
