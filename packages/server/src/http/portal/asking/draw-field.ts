import { attribute, type HtmlValue, html, type SafeHtml } from '../../../foundation/html.js'
import { alertIcon } from '../icons.js'

export interface Field {
  /** Of the control; its help and its fault are named after it. */
  readonly id: string
  readonly label: HtmlValue
  readonly help?: HtmlValue
  readonly fault?: string | undefined
  /** Attributes of the whole, by which a stylesheet or a script knows it. */
  readonly place?: SafeHtml
  /** The control itself, with the attributes that tie it to the words around it. */
  control(attributes: SafeHtml): SafeHtml
}

/** Label, help, what is wrong, then the box. */
export function drawField(field: Field): SafeHtml {
  const { id, label, fault, place, control } = field
  const { describedBy, help, why } = tiesOf(field)
  const tied = html` id="${id}"${describedBy}${attribute('aria-invalid', fault !== undefined && 'true')}`
  return html`<div class="field${fault !== undefined && ' wrong'}"${place}>
<label class="label" for="${id}">${label}</label>
${help}
${why}
${control(tied)}
</div>`
}

/** The words around a control, and the attribute by which it names them. */
export function tiesOf({ id, help, fault }: Pick<Field, 'id' | 'help' | 'fault'>) {
  const ids = [help && `${id}-help`, fault && `${id}-why`].filter(Boolean).join(' ')
  return {
    describedBy: attribute('aria-describedby', ids || false),
    help: help && html`<p class="help" id="${id}-help">${help}</p>`,
    why:
      fault !== undefined &&
      html`<p class="why" id="${id}-why">${alertIcon}<span>${fault}</span></p>`,
  }
}
