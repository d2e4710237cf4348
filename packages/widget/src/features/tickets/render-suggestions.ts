import type { SearchHit } from '@waypost/sdk/contract'
import { html, nothing, svg } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { safeHref } from '../../foundation/safe-href.js'
import { sameLanguage } from '../../foundation/same-language.js'
import { icon, nextIcon } from '../../ui/icons.js'
import { NavigateEvent } from '../../ui/view-events.js'

const articleIcon = icon(
  svg`<path d="M5.75 2.9h8.5c.8 0 1.5.7 1.5 1.5v11.2c0 .8-.7 1.5-1.5 1.5h-8.5c-.8 0-1.5-.7-1.5-1.5V4.4c0-.8.7-1.5 1.5-1.5Z"/><path d="M7.25 6.75h5.5M7.25 10h5.5M7.25 13.25h3"/>`,
  'flip',
)

/** Articles that may answer what is being written. Nobody has to look. */
export function renderSuggestions(items: readonly SearchHit[], panel: PanelContext) {
  if (items.length === 0) return nothing
  return html`<section class="sec suggestions" aria-labelledby="suggestions">
    <header><h2 id="suggestions">${panel.translator.t('form.suggestions')}</h2></header>
    <ul class="rows card">
      ${items.map((hit) => renderSuggestion(hit, panel))}
    </ul>
  </section>`
}

function renderSuggestion(hit: SearchHit, { baseUrl, translator }: PanelContext) {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const { articleId } = hit
    event.currentTarget?.dispatchEvent(new NavigateEvent({ view: 'article', articleId }))
  }
  return html`<li>
    <a
      class="row"
      href=${safeHref(hit.url, baseUrl) ?? nothing}
      lang=${sameLanguage(hit.locale, translator.locale) ? nothing : hit.locale}
      @click=${open}
      >${articleIcon}<span class="grow">${hit.title}</span>${nextIcon}</a
    >
  </li>`
}
