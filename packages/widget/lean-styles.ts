/**
 * Stands in for Lit's `css-tag.js` in the bundles. That one also serves browsers without constructed
 * style sheets and servers without any; every browser that runs our syntax has them.
 */
export function unsafeCSS(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

export const css = (pieces: readonly string[]) => unsafeCSS(pieces.join(''))
export const getCompatibleStyle = (sheet: CSSStyleSheet) => sheet
export const adoptStyles = (root: ShadowRoot, sheets: CSSStyleSheet[]) => {
  root.adoptedStyleSheets = sheets
}

// What Lit passes on besides; in no bundle.
export const supportsAdoptingStyleSheets = true
export const CSSResult = undefined
