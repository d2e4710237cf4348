/** What the site says about its looks, below what the host's own style sheet says. */
export interface Brand {
  accent?: string | null | undefined
  font?: string | null | undefined
}

/**
 * A style sheet for the panel with the site's accent and font. Written property by property, so that
 * nothing in them can be more than a value; a colour that is none is left out.
 */
export function createBrandSheet() {
  const sheet = new CSSStyleSheet()
  sheet.insertRule(':host {}')
  const { style } = sheet.cssRules[0] as CSSStyleRule
  return {
    sheet,
    set({ accent, font }: Brand): void {
      style.setProperty('--wp-accent', isColor(accent) ? accent : '')
      style.setProperty('--wp-font', font ?? '')
    },
  }
}

/** Only a colour of its own can be derived from: `currentColor` and variables are none. */
export function isColor(value: string | null | undefined): value is string {
  return Boolean(value) && CSS.supports('color', value as string)
}
