import { html, type SafeHtml } from '../../../foundation/html.js'
import type { MessageKey } from '../../../messages/catalogue.js'
import { alertIcon } from '../icons.js'
import type { Visit } from '../page.js'
import { askFields, type Faults } from './check-words.js'

/** Why something did not go out, though nothing in it is wrong. */
export type Unsent = 'busy' | 'failed' | 'twice'

/** All that must be mended, each a way to its field. It takes the focus. */
export function drawSummary({ words }: Visit, faults: Faults): SafeHtml {
  const wrong = askFields.filter((field) => faults[field])
  if (wrong.length === 0) return html``
  return html`<div class="notice bad summary" role="alert" tabindex="-1" autofocus>${alertIcon}<div>
<strong>${words.t('ask.wrong', { n: wrong.length })}</strong>
<ul class="fixes">${wrong.map((field) => html`<li><a href="#_${field}">${words.t(`ask.fix.${field}`)}</a></li>`)}</ul>
</div></div>`
}

/** Not sent yet: why, what is safe, what to do. */
export function drawUnsent({ words }: Visit, why: Unsent): SafeHtml {
  return html`<div class="notice warn summary" role="alert" tabindex="-1" autofocus>${alertIcon}<div>
<strong>${words.t('ask.unsent')}</strong> ${words.t(`ask.unsent.${why}` satisfies MessageKey)}
</div></div>`
}
