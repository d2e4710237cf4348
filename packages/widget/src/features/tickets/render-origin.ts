import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { retryIcon } from '../../ui/icons.js'
import type { FormController } from './form-controller.js'

/** Between the head and the form: where these words come from. */
export function renderOrigin(form: FormController, { t }: Translator, started: () => void) {
  const { restored, other, sending } = form
  if (!restored || other || sending) return nothing
  const startOver = () => {
    form.startOver()
    started()
  }
  return html`<div class="notice plain strip" role="status">
    ${retryIcon}
    <div>
      ${t(`form.${restored}`)}
      <button class="link" type="button" @click=${startOver}>${t('form.start-over')}</button>
    </div>
  </div>`
}
