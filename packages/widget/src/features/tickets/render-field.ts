import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { alertIcon } from '../../ui/icons.js'
import type { FormField } from './check-form.js'
import type { FormController } from './form-controller.js'

export interface FieldParts {
  name: FormField
  label: string
  help?: string | undefined
  form: FormController
  typed: (event: Event) => void
}

/** A field: what it is for, then what is wrong, then the box, so that nothing hides under a keyboard. */
export function renderField(
  { name, label, help, form, typed }: FieldParts,
  translator: Translator,
) {
  const value = form.words[name]
  const why = form.later?.sayWhy(form, name, translator)
  const isEmail = name === 'email'
  const isOptional = name === 'name'
  const described = [why && `${name}-why`, help && `${name}-help`].filter(Boolean).join(' ')
  const [wrong, describedBy] = [why ? 'true' : nothing, described || nothing]
  const left = () => form.recheck(name)
  const isLocked = form.given?.readonly?.includes(name) ?? false
  return html`<div class="field">
    <label class="label" for=${name}
      >${label}${isOptional ? html` <span class="quiet">${translator.t('form.optional')}</span>` : nothing}</label
    >
    ${help ? html`<p class="small quiet" id="${name}-help">${help}</p>` : nothing}
    ${
      why
        ? html`<p class="why small" id="${name}-why">
            ${alertIcon}<span>${why}</span>
          </p>`
        : nothing
    }
    ${
      name === 'message'
        ? html`<textarea
            class="input"
            id=${name}
            name=${name}
            rows="4"
            dir="auto"
            aria-required="true"
            ?readonly=${isLocked}
            aria-invalid=${wrong}
            aria-describedby=${describedBy}
            .value=${value}
            @input=${typed}
            @change=${left}
          ></textarea>`
        : html`<input
            class="input"
            id=${name}
            name=${name}
            type=${isEmail ? 'email' : 'text'}
            dir=${isEmail ? 'ltr' : 'auto'}
            autocomplete=${name === 'subject' ? 'off' : name}
            aria-required=${isOptional ? nothing : 'true'}
            ?readonly=${isLocked}
            aria-invalid=${wrong}
            aria-describedby=${describedBy}
            .value=${value}
            @input=${typed}
            @change=${left}
          />`
    }
  </div>`
}
