import { html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'
import type { AskWords } from './ask-words.js'
import { drawBox } from './draw-options.js'

/** What the site wants agreed to, and where it says what becomes of what is sent. */
export function drawConsent(
  { form: { consent, privacyUrl }, words }: Visit,
  { hasConsent }: AskWords,
  fault: string | undefined,
): SafeHtml {
  const privacy =
    privacyUrl !== null && html`<a href="${privacyUrl}">${words.t('answer.privacy')}</a>`
  if (!consent) return html`${privacy && html`<p class="help">${privacy}</p>`}`
  return drawBox({
    ...{ id: '_consent', name: 'consent', label: consent.text, isOn: hasConsent, fault },
    help: privacy || undefined,
    needed: html` required`,
  })
}
