/*
 * The page as it is put together: what stands in open shadow roots stands in the page.
 */

const OURS = /^waypost-t/

type Root = Document | ShadowRoot | Element

/** The document, and every open shadow root in it that is not ours, in the order of the page. */
export function* rootsOf(root: Root = document): Generator<Root> {
  yield root
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot && !OURS.test(element.localName)) yield* rootsOf(element.shadowRoot)
  }
}

/** All that a selector finds; nothing where it is none. */
export function* findAll(selector: string, root?: Root): Generator<HTMLElement> {
  for (const each of rootsOf(root)) {
    try {
      yield* each.querySelectorAll<HTMLElement>(selector)
    } catch {
      return
    }
  }
}

const hostOf = (node: Node) => (node.getRootNode() as ShadowRoot).host as Element | undefined

/** The nearest around an element, itself included, that a selector finds. */
export const closest = (element: Element | undefined, selector: string): HTMLElement | undefined =>
  element && (element.closest<HTMLElement>(selector) ?? closest(hostOf(element), selector))

type Maybe<T> = T | null | undefined

export const contains = (outer: Maybe<Node>, inner: Maybe<Node>): boolean =>
  Boolean(outer && inner && (outer.contains(inner) || contains(outer, hostOf(inner))))

/** Whether somebody could see it, were it in the window. */
export function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width * height > 0 && element.checkVisibility?.({ visibilityProperty: true }) !== false
}

/** Whether a point of it is in the window, and not scrolled out of a box that it stands in. */
export function isInSight(element: Element, x: number, y: number): boolean {
  const around = element.parentElement ?? hostOf(element)
  if (!around || around === document.body)
    return x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight
  const { left, right, top, bottom } = around.getBoundingClientRect()
  const isInside = x >= left && x <= right && y >= top && y <= bottom
  const isCut = !isInside && getComputedStyle(around).overflow !== 'visible'
  return !isCut && isInSight(around, x, y)
}

export const isRtl = (element: Element) => getComputedStyle(element).direction === 'rtl'

/** All that Tab comes to in an element, itself included. */
export function tabbables(element: Element | undefined): HTMLElement[] {
  if (!element) return []
  const inside = [...(element.shadowRoot?.children ?? []), ...element.children]
  const found = inside.flatMap(tabbables)
  return isTabbable(element) ? [element, ...found] : found
}

function isTabbable(element: Element): element is HTMLElement {
  const isStop = (element as HTMLElement).tabIndex >= 0
  const isNone = ':disabled, [inert] *, a:not([href], [tabindex]), [type=radio]:not(:checked)'
  return isStop && !element.matches(isNone) && isSeen(element)
}
