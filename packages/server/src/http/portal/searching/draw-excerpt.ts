import type { ExcerptPart } from '@waypost/sdk/contract'
import { html, type SafeHtml } from '../../../foundation/html.js'

/** A passage with the words marked that the query meant. */
export function drawExcerpt(parts: readonly ExcerptPart[]): SafeHtml {
  return html`${parts.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text))}`
}
