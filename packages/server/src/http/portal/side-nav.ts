import { attribute, html, type SafeHtml } from '../../foundation/html.js'
import type { Visit } from './page.js'

/** The collections beside what one reads, with the one that it stands in. */
export function drawCollections(
  { words, paths, locale }: Visit,
  shelves: readonly { readonly id: string | null; readonly title: string }[],
  current?: string | null,
): SafeHtml {
  const links = shelves.map(
    ({ id, title }) =>
      id !== null &&
      html`<a href="${paths.collection(locale.tag, id)}"${attribute('aria-current', id === current && 'true')}>${title}</a>`,
  )
  return html`<nav class="side-nav" aria-label="${words.t('collection.list')}">${links}</nav>`
}
