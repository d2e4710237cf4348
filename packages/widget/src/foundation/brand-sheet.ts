/** Looks that are values of CSS; what is empty is left to whoever stands below. */
export interface Brand {
  accent?: string | null | undefined
  font?: string | null | undefined
  radius?: string | null | undefined
}

/** By look, a property that takes the same values: a perspective is one length, as a radius is. */
const kinds = { accent: 'color', font: 'font-family', radius: 'perspective' } as const

/**
 * Writes looks property by property, so that nothing in them can be more than a value; one that is
 * none is left out. Those that are not said stay.
 */
export function wear(style: CSSStyleDeclaration, brand: Brand): void {
  for (const [look, kind] of Object.entries(kinds)) {
    const value = brand[look as keyof Brand]
    if (value === undefined) continue
    style.setProperty(`--wp-${look}`, CSS.supports(kind, value ?? '') ? value : '')
  }
}

/** A style sheet with the looks of the site, below what the host's own style sheet says. */
export function createBrandSheet() {
  const sheet = new CSSStyleSheet()
  sheet.insertRule(':host {}')
  const { style } = sheet.cssRules[0] as CSSStyleRule
  return { sheet, set: (brand: Brand) => wear(style, brand) }
}

export const isColor = (value: string | null | undefined): value is string =>
  CSS.supports('color', value ?? '')
