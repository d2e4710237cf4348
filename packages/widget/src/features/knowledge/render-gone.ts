import { html } from 'lit'
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
        ask &&
        html`<button class="btn" type="button" @click=${() => ask()}>
          ${editIcon}${t('panel.ask')}
        </button>`
      }
    </div>
  </div>`
}
