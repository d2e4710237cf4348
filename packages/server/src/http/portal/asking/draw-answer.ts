import type { FormField } from '@waypost/sdk/contract'
import type { AttachedFile } from '../../../domain/attached-file.js'
import { attribute, html, type SafeHtml } from '../../../foundation/html.js'
import { drawFiles, sayLimit } from '../attaching/draw-files.js'
import { downIcon } from '../icons.js'
import type { Visit } from '../page.js'
import { nameOf } from './answers.js'
import type { Condition } from './conditions.js'
import { drawField } from './draw-field.js'
import { drawBox, drawOptions } from './draw-options.js'

export interface Answer {
  readonly field: FormField
  readonly typed: readonly string[]
  readonly fault: string | undefined
  /** What it hangs on; absent where it is always asked. */
  readonly condition: Condition | undefined
  /** Whether it is asked after what stands in the form now. */
  readonly isAsked: boolean
  /** What is with us already, of a field that takes files. */
  readonly kept: readonly AttachedFile[]
}

/** More choices than these are a list that opens. */
const MOST_SEEN = 5

/** One field of the site's own, in the manner of those that every form has. */
export function drawAnswer(visit: Visit, answer: Answer): SafeHtml {
  const { words } = visit
  const { field, typed, fault, kept } = answer
  const { type, options, required } = field
  const name = nameOf(field)
  const optional = html` <span class="opt">(${words.t('ask.optional')})</span>`
  const drawn = {
    ...{ id: `_${name}`, help: helpOf(visit, field), fault, place: placeOf(answer) },
    label: html`${field.label}${!required && type !== 'checkbox' && optional}`,
  }
  const needed = html`${required && html` required`}`
  const value = typed[0] ?? ''
  const isMany = type === 'choices'
  if (type === 'checkbox') return drawBox({ ...drawn, name, isOn: typed.length > 0, needed })
  if (options && (isMany || (required && options.length <= MOST_SEEN))) {
    return drawOptions({ ...drawn, name, options, chosen: typed, isMany })
  }
  return drawField({
    ...drawn,
    control(tied) {
      if (type === 'file') {
        return drawFiles(visit, { name, kept, needed, max: maxOf(field) }, tied)
      }
      if (options) {
        return html`<span class="pick"><select class="input" name="${name}"${needed}${tied}><option value="">${words.t('answer.choose')}</option>${options.map(
          (one) =>
            html`<option value="${one.value}"${one.value === value && html` selected`}>${one.label}</option>`,
        )}</select>${downIcon}</span>`
      }
      if (type === 'paragraph') {
        // Browsers drop the first line break in a text area: this one, so that none of theirs is.
        return html`<textarea class="input" name="${name}" rows="4"${needed}${tied}>\n${value}</textarea>`
      }
      return html`<input class="input" name="${name}" value="${value}"${controlOf(field, value)}${needed}${tied}>`
    },
  })
}

function helpOf(visit: Visit, field: FormField): string | undefined {
  const limit = field.type === 'file' ? sayLimit(visit, maxOf(field)) : undefined
  return [field.help, limit].filter(Boolean).join(' ') || undefined
}

const maxOf = ({ max }: FormField): number | undefined => (max === null ? undefined : Number(max))

/** What a browser should know of a line that is to be filled in. */
function controlOf({ type, min, max }: FormField, value: string): SafeHtml {
  switch (type) {
    case 'date':
      // What is no day would be lost in a box for days: it stands as it was typed, to be mended.
      if (!isDay(value)) return html` inputmode="numeric"`
      return html` type="date"${attribute('min', min)}${attribute('max', max)}`
    case 'phone':
      return html` type="tel" autocomplete="tel" dir="ltr"`
    // Not `type="number"`: that one loses what it does not understand, and turns under a wheel.
    case 'number':
      return html` inputmode="decimal" dir="ltr"`
    default:
      return html``
  }
}

function isDay(text: string): boolean {
  if (text === '') return true
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** How the stylesheet and the script know a field that is not always asked. */
function placeOf({ field, condition, isAsked }: Answer): SafeHtml {
  const { id, when } = field
  if (!condition) return html` data-field="${id}"`
  const hangs = condition.unseen.includes(id) && when && JSON.stringify(when)
  return html` data-field="${id}" data-asked-if${!isAsked && html` hidden`}${attribute('data-when', hangs)}`
}
