import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { alertIcon } from '../../ui/icons.js'
import {
  type CheckedForm,
  exampleEmail,
  type FormField,
  formFields,
  formLimits,
  isOwn,
} from './check-form.js'

/** All that must be mended, each a way to its field. It takes the focus. */
export function renderSummary(
  { faults, site }: CheckedForm,
  { t }: Translator,
  go: (field: string) => void,
) {
  const wrong = (site?.names() ?? formFields).filter((name) => faults[name])
  if (wrong.length === 0) return nothing
  return html`<div class="notice bad summary" role="alert" tabindex="-1">
    ${alertIcon}
    <div>
      <strong>${t('form.wrong', { n: wrong.length })}</strong>
      <ul class="fixes">
        ${wrong.map(
          (field) => html`<li>
            <a
              href="#${field}"
              @click=${(event: Event) => {
                event.preventDefault()
                go(field)
              }}
              >${isOwn(field) ? t(`form.fix.${field}`) : site?.fix(field)}</a
            >
          </li>`,
        )}
      </ul>
    </div>
  </div>`
}

/** What is wrong with a field. */
export function sayWhy({ words, faults }: CheckedForm, name: FormField, { t }: Translator) {
  const why = faults[name]
  return why && t(`form.why.${why}`, { example: exampleEmail(words[name]), n: formLimits[name] })
}
