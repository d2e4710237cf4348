import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { alertIcon, offlineIcon, retryIcon } from '../../ui/icons.js'
import type { FormController } from './form-controller.js'

/** Not sent yet: why, what is safe, what to do. */
export function renderUnsent({ trouble }: FormController, { t }: Translator) {
  if (!trouble) return nothing
  const { why } = trouble
  return html`<div class="notice warn unsent" role="alert" tabindex="-1">
    ${why === 'no-network' || why === 'unreachable' ? offlineIcon : alertIcon}
    <div>
      <strong>${t('form.unsent')}</strong>
      ${t(why === 'full' ? 'unsent.why.full' : `form.unsent.${why}`)}
      <div class="acts">
        <button class="btn small" form="form">${retryIcon}${t('form.again')}</button>
      </div>
    </div>
  </div>`
}
