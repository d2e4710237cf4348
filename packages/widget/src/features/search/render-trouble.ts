import { html } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { alertIcon, offlineIcon, retryIcon } from '../../ui/icons.js'
import type { SearchController } from './search-controller.js'

/** What happened, what is safe, what to do. */
export function renderTrouble({ trouble, again }: SearchController, { t }: Translator) {
  if (trouble === 'no-network') {
    return html`<div class="notice plain strip" role="status">
      ${offlineIcon}
      <div><strong>${t('search.offline.title')}</strong> ${t('search.offline')}</div>
    </div>`
  }
  return html`<div class="pad">
    <div class="notice bad" role="alert">
      ${alertIcon}
      <div>
        <strong>${t('search.failed.title')}</strong> ${t(why(trouble))}
        <div class="acts">
          <button class="btn small" type="button" @click=${again}>
            ${retryIcon}${t('search.again')}
          </button>
        </div>
      </div>
    </div>
  </div>`
}

function why(trouble: SearchController['trouble']) {
  if (trouble === 'offline') return 'search.unreachable'
  return trouble === 'rate_limited' ? 'search.busy' : 'search.failed'
}
