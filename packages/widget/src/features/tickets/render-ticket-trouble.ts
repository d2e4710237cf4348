import { html } from 'lit'
import type { Trouble } from '../../foundation/load-controller.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { alertIcon, offlineIcon } from '../../ui/icons.js'
import { renderTrouble } from '../../ui/render-trouble.js'
import { NavigateEvent } from '../../ui/view-events.js'

/** Why a conversation is not here, and what the reader can do about it. */
export function renderTicketTrouble(
  trouble: Trouble,
  { translator }: PanelContext,
  again: () => void,
) {
  const { t } = translator
  if (trouble === 'no-network') {
    return html`<div class="notice plain strip" role="status">
      ${offlineIcon}
      <div><strong>${t('requests.offline.title')}</strong> ${t('requests.offline')}</div>
    </div>`
  }
  // Nobody can tell any more who is here, not even the host: signing in again helps.
  if (['session_expired', 'unauthenticated', 'identity_token_invalid'].includes(trouble)) {
    return html`<div class="notice warn" role="alert">
      ${alertIcon}
      <div><strong>${t('requests.expired.title')}</strong> ${t('requests.expired')}</div>
    </div>`
  }
  if (trouble !== 'not_found' && trouble !== 'forbidden') {
    return renderTrouble(trouble, translator, again)
  }
  const go = (event: Event) =>
    event.currentTarget?.dispatchEvent(new NavigateEvent({ view: 'requests' }))
  return html`<div class="notice warn" role="alert">
    ${alertIcon}
    <div>
      <strong>${t('requests.missing.title')}</strong> ${t('requests.missing')}
      <div class="acts">
        <button class="btn small" type="button" @click=${go}>${t('requests.title')}</button>
      </div>
    </div>
  </div>`
}

/** Where a conversation will stand, in its shape. */
export function renderTicketBones({ translator: { t } }: PanelContext) {
  const bone = html`<div class="bones">
    <i class="bone d"></i><i class="bone c"></i><i class="bone b"></i>
  </div>`
  return html`<div aria-hidden="true">${bone}${bone}</div>
    <p class="sr" role="status">${t('ticket.loading')}</p>`
}
