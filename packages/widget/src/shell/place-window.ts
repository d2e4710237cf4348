import type { PanelOptions } from '@waypost/sdk/contract'

type Placing = Partial<Pick<PanelOptions<unknown>, 'zIndex' | 'offset'>>

/** How high the window stands over the page, and how far off its lower edge. */
export function placeWindow(style: CSSStyleDeclaration, { zIndex, offset }: Placing): void {
  style.setProperty('--wp-z-host', `${zIndex ?? ''}`)
  style.setProperty('--wp-offset', CSS.supports('margin', offset ?? '') ? (offset ?? '') : '')
}
