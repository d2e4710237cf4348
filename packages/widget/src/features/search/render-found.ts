import { html, nothing } from 'lit'
import { renderTrouble } from '../../ui/render-trouble.js'
import { renderBones } from './render-bones.js'
import { renderMiss } from './render-miss.js'
import { type ResultsContext, renderResults } from './render-results.js'
import type { SearchController } from './search-controller.js'

/** All that a search has to say, `nothing` as long as it has nothing to say. */
export function renderFound(search: SearchController, context: ResultsContext) {
  const { results, slow, again } = search
  const trouble = search.trouble ?? (search.missed && search.offers.opened.trouble)
  if (!results && !trouble && !slow) return nothing
  const found = results && (search.missed ? renderMiss : renderResults)(search, context)
  return html`${
    trouble
      ? html`<div class=${trouble === 'no-network' ? 'strip' : 'pad'}>
          ${renderTrouble(trouble, context.translator, again, 'search')}
        </div>`
      : nothing
  }
    ${found ?? (slow ? renderBones() : nothing)}`
}
