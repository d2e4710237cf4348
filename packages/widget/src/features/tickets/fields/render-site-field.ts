import { html, nothing } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { isGroup, renderBox, renderGroup } from './render-box.js'
import { renderTick } from './render-tick.js'
import { renderWhy } from './render-why.js'
import { sayDay } from './say-fault.js'
import type { SiteFieldParts } from './site-field-parts.js'

/** A field of the site's: what it is for, then what is wrong, then where the answer goes. */
export function renderSiteField(parts: SiteFieldParts, panel: PanelContext) {
  const { field, name, why, isLocked } = parts
  const { label, help, required } = field
  const { t } = panel.translator
  const optional = required ? nothing : html` <span class="quiet">${t('form.optional')}</span>`
  const hint = help ? html`<p class="small quiet" id="${name}-help">${help}</p>` : nothing
  const described = [why && `${name}-why`, help && `${name}-help`].filter(Boolean).join(' ')
  const head = html`${label}${optional}`
  if (isLocked) {
    return html`<div class="field">
      <label class="label" for=${name}>${label}</label>${hint}
      <input class="input" id=${name} readonly .value=${saysLocked(parts, panel)} />
    </div>`
  }
  if (field.type === 'checkbox') {
    const set = (isOn: boolean) => {
      parts.say(isOn || undefined)
      parts.left()
    }
    return html`<div class="field">
      ${renderWhy(name, why)}
      ${renderTick({
        name,
        label: head,
        isOn: parts.answer === true,
        isRequired: required,
        why,
        describedBy: help ? `${name}-help` : '',
        set,
      })}
      ${hint}
    </div>`
  }
  if (isGroup(field)) {
    return html`<fieldset
      class="field group"
      role=${field.type === 'choices' ? 'group' : 'radiogroup'}
      aria-describedby=${described || nothing}
    >
      <legend class="label">${head}</legend>
      ${hint} ${renderWhy(name, why)} ${renderGroup(parts, panel.translator)}
    </fieldset>`
  }
  return html`<div class="field">
    <label class="label" for=${name}>${head}</label>
    ${hint} ${renderWhy(name, why)} ${renderBox(parts, described, panel.translator)}
  </div>`
}

/** What the host has said, as people read it. */
function saysLocked({ field, answer }: SiteFieldParts, panel: PanelContext): string {
  const { options, type } = field
  const labelOf = (value: unknown) =>
    options?.find((option) => option.value === value)?.label ?? `${value ?? ''}`
  if (Array.isArray(answer)) return answer.map(labelOf).join(', ')
  if (type === 'checkbox') return answer ? '✓' : '–'
  return type === 'date' && answer ? sayDay(`${answer}`, panel) : labelOf(answer)
}
