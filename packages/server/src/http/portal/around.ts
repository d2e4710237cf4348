import { html, type SafeHtml } from '../../foundation/html.js'

/** Stands for the markup while the message is put together; no text holds it. */
const HOLE = '\uFFFC'

/** A message around markup in the place of one of its values. */
export function around(say: (hole: string) => string, inside: SafeHtml): SafeHtml {
  const [before = '', after = ''] = say(HOLE).split(HOLE)
  return html`${before}${inside}${after}`
}
