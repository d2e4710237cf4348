import { html, nothing } from 'lit'
import { editIcon, searchIcon } from '../../ui/icons.js'
import { renderLink } from './render-hit.js'
import { renderPicks } from './render-picks.js'
import { hitContext, type ResultsContext } from './render-results.js'
import type { SearchController } from './search-controller.js'

/** Nothing was found: keeps the words, and offers a person, what many read, and the collections. */
export function renderMiss({ found, offers }: SearchController, context: ResultsContext) {
  const { t } = context.translator
  const person = html`<button class="btn main" type="button" @click=${context.asked}>
    ${editIcon}${t('search.ask')}
  </button>`
  const { items, opened, picks } = offers
  return html`<div class="empty">
      <span class="mark">${searchIcon}</span>
      <h2>${t('search.nothing', { words: found })}</h2>
      <p>${t(context.ask ? 'search.nothing.hint-ask' : 'search.nothing.hint')}</p>
      ${context.ask ? person : nothing}
    </div>
    ${
      items.length > 0
        ? html`<section class="often">
            <h3 id="often">${opened.value?.topic.title ?? t('search.often')}</h3>
            <ul aria-labelledby="often">
              ${items.map(
                (hit, index) => html`<li>${renderLink(hit, hitContext(context, hit, index))}</li>`,
              )}
            </ul>
          </section>`
        : nothing
    }
    ${
      picks.length > 0
        ? html`<section class="often">
            <h3>${t('search.topics')}</h3>
            ${renderPicks(t('search.topics'), picks)}
          </section>`
        : nothing
    }`
}
