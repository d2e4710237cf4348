import { html, type SafeHtml } from '../../foundation/html.js'
import { collectionIcon } from './collection-icon.js'
import type { Visit } from './page.js'
import type { Shelf } from './shelves.js'

/** A card for each collection; articles that stand in none have no card. */
export function drawShelfCards({ words, paths, locale }: Visit, shelves: readonly Shelf[]) {
  const cards = shelves.flatMap(({ id, title, summary, icon, articles }): SafeHtml[] =>
    id === null
      ? []
      : [
          html`<li><a class="card shelf" href="${paths.collection(locale.tag, id)}">${collectionIcon(icon)}<span><span class="strong">${title}</span>
${summary && html`<span class="small second">${summary}</span>`}
<span class="small quiet">${words.t('home.count', { n: articles.length })}</span></span></a></li>`,
        ],
  )
  return cards.length > 0 ? html`<ul class="shelves">${cards}</ul>` : undefined
}
