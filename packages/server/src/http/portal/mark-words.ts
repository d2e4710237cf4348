import { html, type SafeHtml } from '../../foundation/html.js'

/** A title with the words marked that were searched for, or that its excerpt shows as found. */
export function markWords(title: string, words: Iterable<string>): SafeHtml {
  const wanted = new Set([...words].flatMap((text) => text.toLowerCase().match(WORD) ?? []))
  const parts = title
    .split(WORDS)
    .map((part) => (wanted.has(part.toLowerCase()) ? html`<mark>${part}</mark>` : part))
  return html`${parts}`
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const WORDS = /([\p{L}\p{N}\p{M}]+)/u
