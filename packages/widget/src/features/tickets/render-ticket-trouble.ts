import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import type { Trouble } from '../../foundation/load-controller.js'
import { alertIcon, offlineIcon } from '../../ui/icons.js'
import { renderTrouble } from '../../ui/render-trouble.js'
import { NavigateEvent } from '../../ui/view-events.js'

/** Why requests or a conversation are not here, and what the reader can do about it. */
export function renderTicketTrouble(trouble: Trouble, translator: Translator, again: () => void) {
  const { t } = translator
  const isMissing = trouble === 'not_found' || trouble === 'forbidden'
  // Nobody can tell any more who is here, not even the host: signing in again helps.
  const isExpired = ['session_expired', 'unauthenticated', 'identity_token_invalid'].includes(
    trouble,
  )
  if (!isMissing && !isExpired) return renderTrouble(trouble, translator, again)
  const what = isMissing ? 'missing' : 'expired'
  const go = (event: Event) =>
    event.currentTarget?.dispatchEvent(new NavigateEvent({ view: 'requests' }))
  return html`<div class="notice warn" role="alert">
    ${alertIcon}
    <div>
      <strong>${t(`requests.${what}.title`)}</strong> ${t(`requests.${what}`)}
      ${
        isMissing
          ? html`<div class="acts">
              <button class="btn small" type="button" @click=${go}>${t('requests.title')}</button>
            </div>`
          : nothing
      }
    </div>
  </div>`
}

/** What is there stays in sight without a network. */
export function renderOffline({ t }: Translator) {
  return html`<div class="notice plain strip" role="status">
    ${offlineIcon}
    <div><strong>${t('search.offline.title')}</strong> ${t('requests.offline')}</div>
  </div>`
}
