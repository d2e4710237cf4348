import { attribute, html, type SafeHtml } from '../../../foundation/html.js'
import { describeLocale } from '../locales.js'
import type { Visit } from '../page.js'

/** Says in which language something stands, where that is not the reader's. */
export function inLocale({ locale }: Visit, tag: string): SafeHtml {
  if (tag === locale.tag) return html``
  const { direction } = describeLocale(tag)
  const isTurned = direction !== locale.direction
  return html`${attribute('lang', tag)}${attribute('dir', isTurned && direction)}`
}
