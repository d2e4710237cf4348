import type { SearchHit } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { editIcon, searchIcon } from '../../ui/icons.js'
import { renderHit, renderOffer } from './render-hit.js'
import type { SearchController } from './search-controller.js'

export interface ResultsContext {
  translator: Translator
  baseUrl: string
  /** Offers to ask the team where nothing was found. */
  ask: boolean
  asked: () => void
  chosen: (event: MouseEvent, hit: SearchHit, position: number, searchId?: string) => void
}

/** How many articles there are, or how many of the best of them. */
export function countOf({ results }: SearchController, { t }: Translator): string {
  const n = results?.items.length ?? 0
  return t(results?.nextCursor ? 'search.best' : 'search.count', { n })
}

export function renderResults(search: SearchController, context: ResultsContext) {
  const { results, found, trouble } = search
  const { items = [], didYouMean, searchId } = results ?? {}
  const { translator } = context
  const showing =
    didYouMean && didYouMean !== found
      ? translator.parts('search.showing', { words: html`<strong>${didYouMean}</strong>` })
      : countOf(search, translator)
  return html`${trouble ? nothing : html`<p class="count">${showing}</p>`}
    <ul aria-label=${translator.t('search.results')}>
      ${items.map((hit, index) => renderHit(hit, hitContext(context, hit, index, searchId)))}
    </ul>`
}

/** Nothing was found: keeps the words, and offers a person and what many read. */
export function renderMiss({ found, often }: SearchController, context: ResultsContext) {
  const { t } = context.translator
  const person = html`<button class="btn main" type="button" @click=${context.asked}>
    ${editIcon}${t('search.ask')}
  </button>`
  return html`<div class="empty">
      <span class="mark">${searchIcon}</span>
      <h2>${t('search.nothing', { words: found })}</h2>
      <p>${t(context.ask ? 'search.nothing.hint-ask' : 'search.nothing.hint')}</p>
      ${context.ask ? person : nothing}
    </div>
    ${often.length > 0 ? renderOften(often, context) : nothing}`
}

function renderOften(often: readonly SearchHit[], context: ResultsContext) {
  return html`<section class="often">
    <h3 id="often">${context.translator.t('search.often')}</h3>
    <ul aria-labelledby="often">
      ${often.map((hit, index) => renderOffer(hit, hitContext(context, hit, index)))}
    </ul>
  </section>`
}

/** Where results will stand, in the shape of results. */
export function renderBones() {
  const result = (title: string, end: string) => html`<div class="bones">
    <i class="bone title ${title}"></i><i class="bone c"></i><i class="bone ${end}"></i>
  </div>`
  return html`<div aria-hidden="true">${result('a', 'b')}${result('b', 'b')}${result('a', 'd')}</div>`
}

function hitContext(
  { translator, baseUrl, chosen }: ResultsContext,
  hit: SearchHit,
  index: number,
  searchId?: string,
) {
  const choose = (event: MouseEvent) => chosen(event, hit, index + 1, searchId)
  return { baseUrl, locale: translator.locale, choose }
}
