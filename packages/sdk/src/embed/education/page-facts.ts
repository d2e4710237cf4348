import type { DeviceKind } from '../../contract/targeting.js'

/** By what it is used with and by the size of its screen, not by what it says of itself. */
export function deviceKind(): DeviceKind {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop'
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet'
}

/** Whether a selector finds something that is seen, in the page or in an open shadow root. */
export function createHasElement(): (selector: string) => boolean {
  let shadows: ParentNode[] | undefined
  return (selector) => {
    try {
      // All of it is a selector, or none.
      document.head.matches(selector)
      if (partsOf(selector).some((part) => finds(document, part))) return true
      shadows ??= shadowsIn(document, [])
      return shadows.some((root) => finds(root, selector))
    } catch {
      return false
    }
  }
}

function finds(root: ParentNode, selector: string): boolean {
  const found = root.querySelectorAll(selector)
  return found.length > 0 && [...found].some(isSeen)
}

/** A browser has short ways to a selector through a large tree, and none for a list of them. */
const partsOf = (selector: string) =>
  /[("'\\].*,/.test(selector) ? [selector] : selector.split(',')

/** By index: of all elements of a page, an iterator takes three times as long. */
function shadowsIn(root: ParentNode, shadows: ParentNode[]): ParentNode[] {
  const elements = root.querySelectorAll('*')
  for (let at = 0; at < elements.length; at++) {
    const shadow = elements[at]?.shadowRoot
    if (!shadow) continue
    shadows.push(shadow)
    shadowsIn(shadow, shadows)
  }
  return shadows
}

const isSeen = (element: Element) =>
  element.getClientRects().length > 0 &&
  (element.checkVisibility?.({ visibilityProperty: true }) ?? true)

/** Somebody writes somewhere: nothing comes over that. */
export function isWriting(): boolean {
  let { activeElement: at } = document
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at?.matches('input, textarea, select, [contenteditable]') ?? false
}
