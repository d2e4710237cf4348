import { html, nothing } from 'lit'
import { type ResultsContext, renderBones, renderMiss, renderResults } from './render-results.js'
import { renderTrouble } from './render-trouble.js'
import type { SearchController } from './search-controller.js'

/** All that a search has to say, `nothing` as long as it has nothing to say. */
export function renderFound(search: SearchController, context: ResultsContext) {
  const { results, trouble, slow } = search
  if (!results && !trouble && !slow) return nothing
  const found = results && (results.items.length > 0 ? renderResults : renderMiss)(search, context)
  return html`${trouble ? renderTrouble(search, context.translator) : nothing}
    ${found ?? (slow ? renderBones() : nothing)}`
}
