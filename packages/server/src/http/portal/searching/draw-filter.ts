import type { FoundArticles } from '../../../domain/knowledge/finder.js'
import { attribute, html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'
import { inLocale } from './in-locale.js'
import type { SearchRequest } from './search-request.js'

/** The collections in which hits stand, each a link to those alone. */
export function drawFilter(
  visit: Visit,
  { asked, collection: current }: SearchRequest,
  { collections, locale: foundIn }: FoundArticles,
): SafeHtml {
  const { words, paths, locale } = visit
  const to = (collection?: string) => paths.search(locale.tag, asked, { collection })
  const links = collections.map(({ collectionId, title, count }) => {
    const isCurrent = attribute('aria-current', collectionId === current && 'true')
    return html`<a href="${to(collectionId)}"${isCurrent}><span${inLocale(visit, foundIn)}>${title}</span> <span class="quiet">${count}</span></a>`
  })
  return html`<nav class="side-nav filter" aria-label="${words.t('search.narrow')}">
<a href="${to()}"${attribute('aria-current', current === undefined && 'true')}><span>${words.t('search.all')}</span></a>
${links}</nav>`
}
