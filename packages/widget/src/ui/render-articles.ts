import type { SearchHit } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../foundation/panel-context.js'
import { safeHref } from '../foundation/safe-href.js'
import { sameLanguage } from '../foundation/same-language.js'
import { nextIcon } from './icons.js'
import { NavigateEvent } from './view-events.js'

/** Articles to go on with, under a title; `id` is the section's class, too. */
export function renderArticles(
  id: string,
  title: string,
  articles: readonly Pick<SearchHit, 'articleId' | 'locale' | 'title' | 'url'>[],
  { translator, baseUrl }: Pick<PanelContext, 'translator' | 'baseUrl'>,
  icon: unknown = nothing,
) {
  if (articles.length === 0) return nothing
  return html`<section class="sec ${id}">
    <header><h2 id=${id}>${title}</h2></header>
    <ul class="rows card" aria-labelledby=${id}>
      ${articles.map(({ articleId, locale, title, url }) => {
        const open = (event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          event.currentTarget?.dispatchEvent(new NavigateEvent({ view: 'article', articleId }))
        }
        return html`<li>
          <a
            class="row"
            href=${safeHref(url, baseUrl) ?? nothing}
            lang=${sameLanguage(locale, translator.locale) ? nothing : locale}
            @click=${open}
          >
            ${icon}<span class="two">${title}</span>${nextIcon}
          </a>
        </li>`
      })}
    </ul>
  </section>`
}
