/**
 * Stands in for Lit's `css-tag.js`. That one also serves browsers without constructed style sheets
 * and servers without any; every browser that runs our syntax has them.
 */
export const css = (pieces: readonly string[]) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(pieces.join(''))
  return sheet
}

export const adoptStyles = (root: ShadowRoot, sheets: CSSStyleSheet[]) => {
  root.adoptedStyleSheets = sheets
}
