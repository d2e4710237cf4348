import type { TicketKind } from '@waypost/sdk/contract'
import { html } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import type { FormSide } from './form-side.js'
import { kindIcons } from './kind-icons.js'

export { enKinds as english } from '../../foundation/messages/en-kinds.js'

/** What it is about: a choice in the customer's words. */
export const renderKinds = (
  form: Pick<FormSide, 'kind' | 'change'>,
  kinds: readonly TicketKind[],
  { t }: Translator,
) =>
  kinds.map(
    (kind) => html`<label class="btn kind">
      <input
        type="radio"
        name="kind"
        .checked=${kind === form.kind}
        @change=${() => form.change({ kind })}
      />
      ${kindIcons[kind]}<span>${t(`form.kind.${kind}`)}</span>
    </label>`,
  )
