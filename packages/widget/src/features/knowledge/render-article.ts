import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { safeHref } from '../../foundation/safe-href.js'
import { sameLanguage } from '../../foundation/same-language.js'
import { editIcon, nextIcon, searchIcon } from '../../ui/icons.js'
import type { Related } from './list-related.js'

export function renderRelated(
  items: Related['items'],
  { t, locale }: Translator,
  baseUrl: string,
  open: (articleId: string) => void,
) {
  if (items.length === 0) return nothing
  const chosen = (event: MouseEvent, articleId: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(articleId)
  }
  return html`<section class="sec">
    <header><h2 id="next">${t('article.next')}</h2></header>
    <ul class="rows card" aria-labelledby="next">
      ${items.map(
        (article) => html`<li>
          <a
            class="row"
            href=${safeHref(article.url, baseUrl) ?? nothing}
            lang=${sameLanguage(article.locale, locale) ? nothing : article.locale}
            @click=${(event: MouseEvent) => chosen(event, article.id)}
          >
            <span class="two">${article.title}</span>${nextIcon}
          </a>
        </li>`,
      )}
    </ul>
  </section>`
}

/** No such article, or not for this reader: two ways on. */
export function renderGone({ t }: Translator, search: () => void, ask?: () => void) {
  return html`<div class="body">
    <div class="empty">
      <span class="mark">${searchIcon}</span>
      <h1 tabindex="-1">${t('article.gone.title')}</h1>
      <p>${t('article.gone')}</p>
      <button class="btn main" type="button" @click=${search}>${t('search.label')}</button>
      ${
        ask
          ? html`<button class="btn" type="button" @click=${ask}>
              ${editIcon}${t('panel.ask')}
            </button>`
          : nothing
      }
    </div>
  </div>`
}

/** Where the article will stand, in its shape. */
export function renderBones({ t }: Translator) {
  return html`<div class="body">
    <p class="sr" role="status">${t('panel.loading')}</p>
    <div class="bones" aria-hidden="true">
      <i class="bone b first"></i>
      <i class="bone c"></i><i class="bone"></i><i class="bone a"></i>
      <i class="bone c"></i><i class="bone b"></i>
    </div>
  </div>`
}
