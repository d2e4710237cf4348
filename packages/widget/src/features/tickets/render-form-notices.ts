import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { alertIcon, offlineIcon, retryIcon } from '../../ui/icons.js'
import type { FormController } from './form-controller.js'

/** What stands between the head and the form: where these words come from, and where others are. */
export function renderOrigin(form: FormController, { t }: Translator) {
  const { restored, other } = form
  const origin = other?.from ?? restored
  if (!origin || form.sending) return nothing
  const [label, act] = other
    ? [t(other.from === 'other' ? 'form.other.show' : 'form.undo'), () => form.showOther()]
    : [t('form.start-over'), () => form.startOver()]
  return html`<div class="notice plain strip" role="status">
    ${other ? form.later?.infoIcon : retryIcon}
    <div>
      ${t(`form.${origin}`)} <button class="link" type="button" @click=${act}>${label}</button>
    </div>
  </div>`
}

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
