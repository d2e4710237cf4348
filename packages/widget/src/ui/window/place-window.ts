import type { PanelOptions } from '@waypost/sdk/contract'

type Placing = Partial<Pick<PanelOptions<unknown>, 'zIndex' | 'offset'>>

/** How high the window stands over the page, and how far off its lower edge. */
export function placeWindow(style: CSSStyleDeclaration, { zIndex, offset }: Placing): void {
  style.setProperty('--wp-z-host', `${zIndex ?? ''}`)
  // Calculated with: nothing needs its unit there, too.
  const length = offset === '0' ? '0px' : (offset ?? '')
  const isLength = CSS.supports('width', `calc(1px + ${length})`)
  style.setProperty('--wp-offset', isLength ? length : '')
}
