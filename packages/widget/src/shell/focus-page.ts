import type { Page } from './view-stack.js'

/**
 * Moves the focus to where the person left a page or, to begin with, to the field that it marks with
 * `data-focus`, its heading, or the window as long as the heading is not there. Returns what got it.
 */
export function focusPage(dialog: HTMLElement, page: Page | undefined): HTMLElement {
  const root = page?.view?.renderRoot
  const place =
    (page?.focused?.isConnected ? page.focused : undefined) ??
    root?.querySelector<HTMLElement>('[data-focus]') ??
    root?.querySelector<HTMLElement>('h1') ??
    dialog.querySelector<HTMLElement>('h1') ??
    dialog
  if (!place.matches('input, textarea, button, a, [tabindex]')) place.tabIndex = -1
  if (page) page.focused = null
  place.focus({ preventScroll: true })
  return place
}
