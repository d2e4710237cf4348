import { attribute, type HtmlValue, html, type SafeHtml } from '../../../foundation/html.js'
import { alertIcon } from '../icons.js'

export interface Field {
  /** Of the control; its help and its fault are named after it. */
  readonly id: string
  readonly label: HtmlValue
  readonly help?: HtmlValue
  readonly fault?: string | undefined
  /** The control itself, with the attributes that tie it to the words around it. */
  control(attributes: SafeHtml): SafeHtml
}

/** Label, help, what is wrong, then the box. */
export function drawField({ id, label, help, fault, control }: Field): SafeHtml {
  const ids = [help && `${id}-help`, fault && `${id}-why`].filter(Boolean).join(' ')
  const tied = html` id="${id}"${attribute('aria-describedby', ids || false)}${attribute('aria-invalid', fault !== undefined && 'true')}`
  return html`<div class="field${fault !== undefined && ' wrong'}">
<label class="label" for="${id}">${label}</label>
${help && html`<p class="help" id="${id}-help">${help}</p>`}
${fault !== undefined && html`<p class="why" id="${id}-why">${alertIcon}<span>${fault}</span></p>`}
${control(tied)}
</div>`
}
