import { html, nothing } from 'lit'
import { type Hit, nameOf, targetOf } from '../foundation/hit.js'
import type { PanelContext } from '../foundation/panel-context.js'
import { safeHref } from '../foundation/safe-href.js'
import { sameLanguage } from '../foundation/same-language.js'
import { learnIcon, nextIcon } from './icons.js'
import { NavigateEvent } from './view-events.js'

/** Articles to go on with, and what teaches it, under a title; `id` is the section's class, too. */
export function renderArticles(
  id: string,
  title: string,
  hits: readonly Hit[],
  { translator: { t, locale }, baseUrl }: Pick<PanelContext, 'translator' | 'baseUrl'>,
  icon: unknown = nothing,
) {
  if (hits.length === 0) return nothing
  return html`<section class="sec ${id}">
    <header><h2 id=${id}>${title}</h2></header>
    <ul class="rows card" aria-labelledby=${id}>
      ${hits.map((hit) => {
        const open = (event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          event.currentTarget?.dispatchEvent(new NavigateEvent(targetOf(hit)))
        }
        return html`<li>
          <a
            class="row"
            href=${safeHref(hit.url, baseUrl) ?? nothing}
            lang=${sameLanguage(hit.locale, locale) ? nothing : hit.locale}
            @click=${open}
          >
            ${'minutes' in hit ? learnIcon : icon}<span class="two">${nameOf(hit, t)}</span>${nextIcon}
          </a>
        </li>`
      })}
    </ul>
  </section>`
}
