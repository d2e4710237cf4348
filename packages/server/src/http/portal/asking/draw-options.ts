import type { FormField } from '@waypost/sdk/contract'
import { attribute, html, type SafeHtml } from '../../../foundation/html.js'
import { alertIcon } from '../icons.js'
import { type Field, tiesOf } from './draw-field.js'

type Group = Omit<Field, 'control'> & { readonly name: string }

interface Options extends Group {
  readonly options: NonNullable<FormField['options']>
  readonly chosen: readonly string[]
  readonly isMany: boolean
}

/** A few choices that are all in sight; the first one is where a fault leads. */
export function drawOptions(group: Options): SafeHtml {
  const { id, label, name, options, chosen, isMany, fault, place } = group
  const { describedBy, help, why } = tiesOf(group)
  const rows = options.map(({ value, label: text }, at) => {
    const isOn = chosen.includes(value)
    return html`<label class="option"><input type="${isMany ? 'checkbox' : 'radio'}" name="${name}" value="${value}"${attribute('id', at === 0 && id)}${isOn && html` checked`}${fault !== undefined && html` aria-invalid="true"`}><span>${text}</span></label>`
  })
  return html`<fieldset class="field${fault !== undefined && ' wrong'}"${describedBy}${place}>
<legend class="label">${label}</legend>
${help}${why}
<div class="options">${rows}</div>
</fieldset>`
}

interface Box extends Group {
  readonly isOn: boolean
  readonly needed: SafeHtml
}

/** One thing to agree to or not. */
export function drawBox({ id, label, name, isOn, needed, help, fault, place }: Box): SafeHtml {
  const tied = tiesOf({ id, help, fault })
  return html`<div class="field${fault !== undefined && ' wrong'}"${place}>
${fault !== undefined && html`<p class="why" id="${id}-why">${alertIcon}<span>${fault}</span></p>`}
<label class="option box"><input type="checkbox" name="${name}" value="yes" id="${id}"${tied.describedBy}${isOn && html` checked`}${fault !== undefined && html` aria-invalid="true"`}${needed}><span>${label}</span></label>
${tied.help}
</div>`
}
