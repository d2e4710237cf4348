import { html, type SafeHtml } from '../../../foundation/html.js'
import type { MessageKey } from '../../../messages/catalogue.js'
import { alertIcon } from '../icons.js'
import type { Visit } from '../page.js'
import type { Mend } from './mends.js'

/** Why something did not go out, though nothing in it is wrong. */
export type Unsent = 'busy' | 'failed' | 'twice'

/** All that must be mended, each a way to its field. It takes the focus. */
export function drawSummary({ words }: Visit, mends: readonly Mend[]): SafeHtml {
  if (mends.length === 0) return html``
  return html`<div class="notice bad summary" role="alert" tabindex="-1" autofocus>${alertIcon}<div>
<strong>${words.t('ask.wrong', { n: mends.length })}</strong>
<ul class="fixes">${mends.map(({ at, fix }) => html`<li><a href="#_${at}">${fix}</a></li>`)}</ul>
</div></div>`
}

/** Not sent yet: why, what is safe, what to do. */
export function drawUnsent({ words }: Visit, why: Unsent): SafeHtml {
  return html`<div class="notice warn summary" role="alert" tabindex="-1" autofocus>${alertIcon}<div>
<strong>${words.t('ask.unsent')}</strong> ${words.t(`ask.unsent.${why}` satisfies MessageKey)}
</div></div>`
}
