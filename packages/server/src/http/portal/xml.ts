import { html, type SafeHtml } from '../../foundation/html.js'

/** An XML document: values are escaped as in HTML, whose five entities XML has, too. */
export function xmlDocument(root: SafeHtml): string {
  return withoutControls(`<?xml version="1.0" encoding="utf-8"?>\n${root}\n`)
}

/** Names the tag for what it writes here; the escaping is the same. */
export const xml = html

/** Characters that no XML 1.0 document may hold, not even escaped. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters meant
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
