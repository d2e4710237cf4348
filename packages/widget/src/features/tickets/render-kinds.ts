import { html } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import type { FormController } from './form-controller.js'
import { kindIcons } from './kind-icons.js'

/** What it is about: a choice in the customer's words. */
export function renderKinds(form: FormController, { t }: Translator) {
  return html`<fieldset>
    <legend class="label">${t('form.kind')}</legend>
    <div class="kinds">
      ${form.kinds.map(
        (kind) => html`<label class="btn kind">
          <input
            type="radio"
            name="kind"
            .checked=${kind === form.kind}
            @change=${() => form.change({ kind })}
          />
          ${kindIcons[kind]}<span>${t(`form.kind.${kind}`)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`
}
