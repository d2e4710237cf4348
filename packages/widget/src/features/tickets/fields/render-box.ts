import type { FormField } from '@waypost/sdk/contract'
import { html, nothing, svg } from 'lit'
import type { Translator } from '../../../foundation/i18n.js'
import { icon, smallCheckIcon } from '../../../ui/icons.js'
import type { SiteFieldParts } from './site-field-parts.js'

const downIcon = icon(svg`<path d="M4.5 8 10 13.5 15.5 8"/>`, 's')

/** More than these stand in a list that opens. */
const MOST_IN_SIGHT = 6

/** Several that stand side by side: an optional choice of one opens, so that it can be none again. */
export function isGroup({ type, options, required }: FormField): boolean {
  if (type === 'choices') return true
  if (!options || options.length > MOST_IN_SIGHT) return false
  return type === 'time-window' || required
}

/** A choice, all of it in sight. */
export function renderGroup(parts: SiteFieldParts, { t }: Translator) {
  const { field, name, answer, why, say, left } = parts
  const { type, required } = field
  const isMany = type === 'choices'
  const anyTime =
    type === 'time-window' && !required ? [{ value: '', label: t('form.any-time') }] : []
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer ?? '']
  const choose = (value: string, isOn: boolean) => {
    const others = chosen.filter((one) => one && one !== value) as string[]
    const all = (field.options ?? []).map((option) => option.value)
    const several = isOn ? all.filter((one) => one === value || others.includes(one)) : others
    say(isMany ? several : value)
    left()
  }
  return html`<div class="kinds">
    ${[...(field.options ?? []), ...anyTime].map(
      ({ value, label }, index) => html`<label class="btn kind">
        <input
          type=${isMany ? 'checkbox' : 'radio'}
          id=${index ? nothing : name}
          name=${name}
          .checked=${chosen.includes(value)}
          aria-invalid=${why ? 'true' : nothing}
          @change=${({ target }: Event) => choose(value, (target as HTMLInputElement).checked)}
        />
        ${isMany ? html`<span class="tick">${smallCheckIcon}</span>` : nothing}<span>${label}</span>
      </label>`,
    )}
  </div>`
}

/** How a box of text is asked for: what a phone offers to type with, and to fill in. */
const boxes: Partial<
  Record<FormField['type'], readonly [type: string, mode: string, fill: string]>
> = {
  number: ['text', 'decimal', 'off'],
  phone: ['tel', 'tel', 'tel'],
  date: ['date', '', 'off'],
}

/** Where one answer is written or chosen. */
export function renderBox(
  parts: SiteFieldParts & { id?: string },
  described: string,
  { t }: Translator,
) {
  const { field, id: name = parts.name, answer, why, say, left } = parts
  const { type, options, required, min, max } = field
  const wrong = why ? 'true' : nothing
  const must = required ? 'true' : nothing
  const typed = ({ target }: Event) => say((target as HTMLInputElement).value)
  const value = `${answer ?? ''}`
  if (type === 'paragraph') {
    return html`<textarea
      class="input"
      id=${name}
      rows="3"
      dir="auto"
      aria-required=${must ?? nothing}
      aria-invalid=${wrong}
      aria-describedby=${described || nothing}
      .value=${value}
      @input=${typed}
      @change=${left}
    ></textarea>`
  }
  if (options) {
    return html`<span class="select">
      <select
        class="input"
        id=${name}
        aria-required=${must}
        aria-invalid=${wrong}
        aria-describedby=${described || nothing}
        @change=${(event: Event) => {
          typed(event)
          left()
        }}
      >
        <option value="" ?selected=${!value}>${t('answer.choose')}</option>
        ${options.map(
          (option) =>
            html`<option value=${option.value} ?selected=${option.value === value}>
              ${option.label}
            </option>`,
        )}
      </select>
      ${downIcon}
    </span>`
  }
  const [kind, mode, fill] = boxes[type] ?? ['text', '', 'off']
  const isWritten = type === 'text' || type === 'time-window'
  return html`<input
    class="input"
    id=${name}
    type=${kind}
    inputmode=${mode || nothing}
    autocomplete=${fill}
    dir=${isWritten ? 'auto' : 'ltr'}
    min=${type === 'date' && min ? min : nothing}
    max=${type === 'date' && max ? max : nothing}
    aria-required=${must}
    aria-invalid=${wrong}
    aria-describedby=${described || nothing}
    .value=${value}
    @input=${typed}
    @change=${left}
  />`
}
