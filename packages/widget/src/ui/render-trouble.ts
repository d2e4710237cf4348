import { html } from 'lit'
import type { Translator } from '../foundation/i18n.js'
import type { Trouble } from '../foundation/load-controller.js'
import { alertIcon, offlineIcon, retryIcon } from './icons.js'

/** What happened, what is safe, what to do; a search says it in words of its own. */
export function renderTrouble(
  trouble: Trouble,
  { t }: Translator,
  again: () => void,
  what: 'panel' | 'search' = 'panel',
) {
  if (trouble === 'no-network') {
    return html`<div class="notice plain" role="status">
      ${offlineIcon}
      <div><strong>${t('search.offline.title')}</strong> ${t(`${what}.offline`)}</div>
    </div>`
  }
  const title = t(`${what}.failed.title`)
  return renderFailure(title, t(`${what}.${why(trouble)}`), t('search.again'), again)
}

/** What did not work, and a way to try it again. */
export function renderFailure(title: string, text: string, label: string, again: () => void) {
  return html`<div class="notice bad" role="alert">
    ${alertIcon}
    <div>
      <strong>${title}</strong> ${text}
      <div class="acts">
        <button class="btn small" type="button" @click=${again}>${retryIcon}${label}</button>
      </div>
    </div>
  </div>`
}

function why(trouble: Trouble) {
  if (trouble === 'offline') return 'unreachable'
  return trouble === 'rate_limited' ? 'busy' : 'failed'
}
