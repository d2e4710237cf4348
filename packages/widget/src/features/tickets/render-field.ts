import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { exampleEmail, type FormField, type FormWhy, formLimits } from './check-form.js'
import { smallAlertIcon } from './ticket-icons.js'

export interface FieldParts {
  name: FormField
  label: string
  value: string
  help?: string | undefined
  why: FormWhy | undefined
  optional?: boolean
  typed: (event: Event) => void
  left: () => void
}

/** A field: what it is for, then what is wrong, then the box, so that nothing hides under a keyboard. */
export function renderField(parts: FieldParts, translator: Translator) {
  const { name, label, help, why, optional } = parts
  const { t } = translator
  return html`<div class="field ${why ? 'wrong' : ''}">
    <label class="label" for=${name}
      >${label}${optional ? html` <span class="opt">${t('form.optional')}</span>` : nothing}</label
    >
    ${help ? html`<p class="help" id="${name}-help">${help}</p>` : nothing}
    ${
      why
        ? html`<p class="why" id="${name}-why">
            ${smallAlertIcon}<span>${sayWhy(name, why, parts.value, translator)}</span>
          </p>`
        : nothing
    }
    ${renderBox(parts)}
  </div>`
}

function renderBox({ name, value, help, why, optional, typed, left }: FieldParts) {
  const described = [why && `${name}-why`, help && `${name}-help`].filter(Boolean).join(' ')
  const [wrong, describedBy] = [why ? 'true' : nothing, described || nothing]
  if (name === 'message') {
    return html`<textarea
      class="input"
      id="message"
      name="message"
      rows="4"
      dir="auto"
      aria-required="true"
      aria-invalid=${wrong}
      aria-describedby=${describedBy}
      .value=${value}
      @input=${typed}
      @change=${left}
    ></textarea>`
  }
  return html`<input
    class="input"
    id=${name}
    name=${name}
    type=${name === 'email' ? 'email' : 'text'}
    dir=${name === 'email' ? 'ltr' : 'auto'}
    autocomplete=${name === 'subject' ? 'off' : name}
    autocapitalize=${name === 'email' ? 'off' : nothing}
    aria-required=${optional ? nothing : 'true'}
    aria-invalid=${wrong}
    aria-describedby=${describedBy}
    .value=${value}
    @input=${typed}
    @change=${left}
  />`
}

function sayWhy(name: FormField, why: FormWhy, value: string, { t }: Translator): string {
  const example = exampleEmail(value)
  if (why === 'too-long') return t('form.why.too-long', { n: formLimits[name] })
  if (why === 'no-at') return t('form.why.no-at', { example })
  if (why === 'no-domain') return t('form.why.no-domain', { example })
  if (why === 'required') {
    return name === 'email' ? t('form.why.email', { example }) : t(`form.why.${name}`)
  }
  return name === 'email' ? t('form.why.not-email', { example }) : t('form.why.invalid')
}
