import type { DeviceKind } from '../../contract/targeting.js'

/** By what it is used with and by the size of its screen, not by what it says of itself. */
export function deviceKind(): DeviceKind {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop'
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet'
}

/** Whether a selector finds something that is seen, in the page or in an open shadow root. */
export function createHasElement(): (selector: string) => boolean {
  let roots: ParentNode[] | undefined
  return (selector) => {
    roots ??= rootsIn(document)
    try {
      return roots.some((root) => [...root.querySelectorAll(selector)].some(isSeen))
    } catch {
      // It is no selector.
      return false
    }
  }
}

function rootsIn(root: ParentNode): ParentNode[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? rootsIn(shadowRoot) : [],
  )
  return [root, ...inner]
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
