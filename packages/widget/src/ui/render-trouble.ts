import { html } from 'lit'
import type { Translator } from '../foundation/i18n.js'
import type { Trouble } from '../foundation/load-controller.js'
import { alertIcon, offlineIcon, retryIcon } from './icons.js'

/** What happened, what is safe, what to do. */
export function renderTrouble(trouble: Trouble, { t }: Translator, again: () => void) {
  if (trouble === 'no-network') {
    return html`<div class="notice plain" role="status">
      ${offlineIcon}
      <div><strong>${t('search.offline.title')}</strong> ${t('panel.offline')}</div>
    </div>`
  }
  return html`<div class="notice bad" role="alert">
    ${alertIcon}
    <div>
      <strong>${t('panel.failed.title')}</strong> ${t(why(trouble))}
      <div class="acts">
        <button class="btn small" type="button" @click=${again}>
          ${retryIcon}${t('search.again')}
        </button>
      </div>
    </div>
  </div>`
}

function why(trouble: Trouble) {
  if (trouble === 'offline') return 'panel.unreachable'
  return trouble === 'rate_limited' ? 'panel.busy' : 'panel.failed'
}
