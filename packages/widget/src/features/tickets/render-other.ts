import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { infoIcon } from '../../ui/page-icons.js'
import type { KeptForm } from './kept-form.js'

export interface OtherSide extends Pick<KeptForm, 'other' | 'showOther'> {
  readonly sending: boolean
}

/** Between the head and the form: where other words are. */
export function renderOther(form: OtherSide, { t }: Translator) {
  const { other, sending } = form
  if (!other || sending) return nothing
  const label = t(other.from === 'other' ? 'form.other.show' : 'form.undo')
  return html`<div class="notice plain strip" role="status">
    ${infoIcon}
    <div>
      ${t(`form.${other.from}`)}
      <button class="link" type="button" @click=${() => form.showOther()}>${label}</button>
    </div>
  </div>`
}
