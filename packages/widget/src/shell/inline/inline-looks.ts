import type { PanelOptions } from '@waypost/sdk/contract'
import { isColor } from '../../foundation/brand-sheet.js'

export type InlineLooks = Partial<
  Pick<PanelOptions<unknown>, 'theme' | 'accent' | 'font' | 'radius'>
>

/**
 * A style sheet with the looks of the widget, below what the page's own style sheet says of the
 * element; an accent of the element's own stands above it.
 */
export function createInlineLooks() {
  const sheet = new CSSStyleSheet()
  sheet.insertRule(':host {}')
  sheet.insertRule(':host {}')
  const [given, own] = [...sheet.cssRules] as [CSSStyleRule, CSSStyleRule]
  return {
    sheet,
    set({ theme, accent, font, radius }: InlineLooks, ownAccent: string): void {
      const { style } = given
      style.setProperty('color-scheme', theme === 'auto' ? '' : (theme ?? ''))
      style.setProperty('--wp-accent', isColor(accent) ? accent : '')
      style.setProperty('--wp-font', font ?? '')
      style.setProperty('--wp-radius', radius ?? '')
      own.style.setProperty('--wp-accent', isColor(ownAccent) ? ownAccent : '', 'important')
    },
  }
}
