import type { QuotedAnswer } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { asHit } from './as-hit.js'
import { renderAnswer } from './render-answer.js'
import { type FoundHit, type HitContext, renderHit } from './render-hit.js'
import { renderPicks } from './render-picks.js'
import type { SearchController } from './search-controller.js'

export interface ResultsContext {
  translator: Translator
  baseUrl: string
  /** Offers to ask the team where nothing was found. */
  ask: boolean
  asked: () => void
  /** Searches for other words than those that were typed. */
  correct: (words: string) => void
  chosen: (event: MouseEvent, hit: FoundHit, position: number, searchId?: string) => void
}

/** How many articles there are, or how many of the best of them; of lessons alone none. */
export function countOf({ results }: SearchController, { t }: Translator): string {
  const n = results?.items.length ?? 0
  return n === 0 && results?.learning
    ? ''
    : t(results?.nextCursor ? 'search.best' : 'search.count', { n })
}

export function renderResults(search: SearchController, context: ResultsContext) {
  const { results, corrected, trouble, shelves } = search
  const { items = [], learning = [], answer, searchId } = results ?? {}
  const { translator } = context
  const { t } = translator
  const count = corrected
    ? translator.parts('search.showing', { words: renderCorrected(corrected, context) })
    : countOf(search, translator)
  return html`${trouble ? nothing : html`<p class="count">${count}</p>`}
    ${shelves.length > 1 || search.isNarrowed ? renderPicks(t('search.narrow'), search.picks) : nothing}
    ${answer ? renderAnswer(answer, quotedContext(search, answer, context), translator) : nothing}
    <ul aria-label=${t('search.results')}>
      ${[...items, ...learning].map((hit, index) =>
        renderHit(
          hit,
          hitContext(context, hit, index, searchId),
          shelves.find((shelf) => 'collection' in hit && shelf.collection === hit.collection)
            ?.title,
        ),
      )}
    </ul>`
}

/** Where the quoted article stands among the hits, it is chosen as that hit. */
function quotedContext(
  { results }: SearchController,
  answer: QuotedAnswer,
  context: ResultsContext,
): HitContext {
  const { items = [], searchId } = results ?? {}
  const at = items.findIndex(({ articleId }) => articleId === answer.articleId)
  return hitContext(context, items[at] ?? asHit(answer), Math.max(at, 0), searchId)
}

const renderCorrected = (words: string, { correct }: ResultsContext) =>
  html`<button type="button" @click=${() => correct(words)}>${words}</button>`

export function hitContext(
  { translator, baseUrl, chosen }: ResultsContext,
  hit: FoundHit,
  index: number,
  searchId?: string,
): HitContext {
  const choose = (event: MouseEvent) => chosen(event, hit, index + 1, searchId)
  const { locale, t } = translator
  return { baseUrl, locale, t, choose }
}
