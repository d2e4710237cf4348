import type { TicketKind } from '@waypost/sdk/contract'
import { html } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { kindIcons } from './ticket-icons.js'

/** The kinds that we have words for: a server may be newer than we are. */
export const knownKinds = (kinds: readonly TicketKind[] = []): TicketKind[] =>
  kinds.filter((kind) => Object.hasOwn(kindIcons, kind))

/** What it is about: a choice in the customer's words. */
export function renderKinds(
  kinds: readonly TicketKind[],
  { t }: Translator,
  { chosen, choose }: { chosen: TicketKind; choose: (kind: TicketKind) => void },
) {
  return html`<fieldset>
    <legend class="label">${t('form.kind')}</legend>
    <div class="kinds">
      ${kinds.map(
        (kind) => html`<label class="kind">
          <input
            type="radio"
            name="kind"
            .checked=${kind === chosen}
            @change=${() => choose(kind)}
          />
          ${kindIcons[kind]}<span>${t(`form.kind.${kind}`)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`
}
