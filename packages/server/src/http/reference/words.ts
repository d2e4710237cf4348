import { html, type SafeHtml } from '../../foundation/html.js'

/** A sentence in which backticks mean code. */
export function drawWords(text: string): SafeHtml {
  const pieces = text.split('`')
  return html`${pieces.map((piece, at) => (at % 2 === 1 ? html`<code>${piece}</code>` : piece))}`
}
