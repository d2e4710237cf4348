import { html, type SafeHtml } from '../../../foundation/html.js'
import { backIcon, nextIcon } from '../icons.js'
import type { Visit } from '../page.js'
import type { SearchRequest } from './search-request.js'

/** The way to the pages before and after; nothing where one holds them all. */
export function drawPages(
  { words, paths, locale }: Visit,
  { asked, page, collection }: SearchRequest,
  last: number,
): SafeHtml {
  if (last < 2) return html``
  const to = (number: number) => paths.search(locale.tag, asked, { page: number, collection })
  return html`<nav class="pages" aria-label="${words.t('search.pages')}">
${page > 1 ? html`<a class="btn" href="${to(page - 1)}" rel="prev">${backIcon}${words.t('search.previous')}</a>` : html`<span></span>`}
<span class="small quiet">${words.t('search.page', { page, last })}</span>
${page < last ? html`<a class="btn" href="${to(page + 1)}" rel="next">${words.t('search.next')}${nextIcon}</a>` : html`<span></span>`}
</nav>`
}
