import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { editIcon, searchIcon } from '../../ui/icons.js'

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
