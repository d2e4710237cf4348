import type { Form } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { Translator } from '../../../foundation/i18n.js'
import { safeHref } from '../../../foundation/safe-href.js'
import { renderTick } from './render-tick.js'
import { renderWhy } from './render-why.js'

export interface ConsentParts extends Pick<Form, 'consent' | 'privacyUrl'> {
  isGiven: boolean
  why: string | undefined
  give: (isGiven: boolean) => void
}

/** What somebody agrees to, and where it says what becomes of what they send. */
export function renderConsent(
  { consent, privacyUrl, isGiven, why, give }: ConsentParts,
  { t }: Translator,
) {
  const href = privacyUrl && safeHref(privacyUrl)
  const link = href
    ? html`<a class="small privacy" href=${href} target="_blank" rel="noopener"
        >${t('answer.privacy')}</a
      >`
    : nothing
  if (!consent) return html`<p>${link}</p>`
  return html`<div class="field">
    ${renderWhy('consent', why)}
    ${renderTick({ name: 'consent', label: consent.text, isOn: isGiven, isRequired: true, why, set: give })}
    ${link}
  </div>`
}
