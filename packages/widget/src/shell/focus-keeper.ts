import { activeElement } from '../foundation/active-element.js'
import type { Page } from './view-stack.js'

/** Knows where the focus belongs: into the page that came, and back to the host afterwards. */
export function createFocusKeeper(root: () => ShadowRoot) {
  /** What got the focus from us last. */
  let placed: HTMLElement | undefined
  /** What had it before the panel opened. */
  let opener: HTMLElement | null = null
  const dialog = () => root().querySelector('dialog')

  return {
    /** The panel opens: what has the focus now gets it back where there is no launcher. */
    enter(): HTMLElement | null {
      opener = activeElement()
      return opener
    },

    /** The person goes on from a page, and finds the same place when they come back. */
    leave(page: Page | undefined): void {
      if (page?.view) page.focused = activeElement(page.view.renderRoot as ShadowRoot)
    },

    /**
     * Moves the focus to where the person left a page or, to begin with, to the field that it marks
     * with `data-focus`, its heading, or the window as long as the heading is not there.
     */
    place(page: Page | undefined): void {
      const view = page?.view?.renderRoot
      placed =
        (page?.focused?.isConnected ? page.focused : undefined) ??
        view?.querySelector<HTMLElement>('[data-focus]') ??
        view?.querySelector<HTMLElement>('h1') ??
        dialog()?.querySelector<HTMLElement>('h1') ??
        dialog() ??
        undefined
      if (page) page.focused = null
      if (placed && !placed.matches('input, textarea, button, a, [tabindex]')) placed.tabIndex = -1
      placed?.focus({ preventScroll: true })
    },

    /** True when a heading that comes late may take the focus: nobody has moved it meanwhile. */
    get waitsForHeading(): boolean {
      return placed?.localName === 'dialog' && placed === activeElement(root())
    },

    /** True when nobody else on the page has the focus: it is ours, or nowhere. */
    get isOurs(): boolean {
      const { activeElement: active, body } = document
      return !active || active === body || active === root().host
    },

    giveBack(launcher: HTMLElement | null | undefined): void {
      // One that the host has hidden, or whose place another button took, cannot have it.
      const isThere = launcher?.getClientRects().length
      if (this.isOurs) (isThere ? launcher : opener)?.focus({ preventScroll: true })
    },

    forget(): void {
      placed = undefined
    },
  }
}
