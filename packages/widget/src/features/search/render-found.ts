import { html, nothing } from 'lit'
import { renderTrouble } from '../../ui/render-trouble.js'
import { type ResultsContext, renderBones, renderMiss, renderResults } from './render-results.js'
import type { SearchController } from './search-controller.js'

/** All that a search has to say, `nothing` as long as it has nothing to say. */
export function renderFound(search: SearchController, context: ResultsContext) {
  const { results, trouble, slow, again } = search
  if (!results && !trouble && !slow) return nothing
  const found = results && (results.items.length > 0 ? renderResults : renderMiss)(search, context)
  return html`${
    trouble
      ? html`<div class=${trouble === 'no-network' ? 'strip' : 'pad'}>
          ${renderTrouble(trouble, context.translator, again, 'search')}
        </div>`
      : nothing
  }
    ${found ?? (slow ? renderBones() : nothing)}`
}
