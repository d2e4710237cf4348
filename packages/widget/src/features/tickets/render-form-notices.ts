import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { lasting } from '../../foundation/when.js'
import { alertIcon, offlineIcon, retryIcon } from '../../ui/icons.js'
import { infoIcon } from '../../ui/page-icons.js'
import { type FormFaults, formFields } from './check-form.js'
import type { FormController } from './form-controller.js'
import type { Trouble } from './trouble.js'

/** What stands between the head and the form: where these words come from, and where others are. */
export function renderOrigin(form: FormController, { t }: Translator) {
  const { restored, other } = form
  if (other) {
    const isUndo = other.from === 'start'
    return html`<div class="notice plain strip" role="status">
      ${infoIcon}
      <div>
        ${t(isUndo ? 'form.started-over' : 'form.other')}
        <button class="link" type="button" @click=${() => form.showOther()}>
          ${t(isUndo ? 'form.undo' : 'form.other.show')}
        </button>
      </div>
    </div>`
  }
  if (!restored) return nothing
  return html`<div class="notice plain strip" role="status">
    ${retryIcon}
    <div>
      ${t(restored === 'kept' ? 'form.restored' : 'form.interrupted')}
      <button class="link" type="button" @click=${() => form.startOver()}>
        ${t('form.start-over')}
      </button>
    </div>
  </div>`
}

/** All that must be mended, each a way to its field. It takes the focus. */
export function renderSummary(faults: FormFaults, { t }: Translator, go: (field: string) => void) {
  const wrong = formFields.filter((field) => faults[field])
  if (wrong.length === 0) return nothing
  return html`<div class="notice bad summary" role="alert" tabindex="-1">
    ${alertIcon}
    <div>
      <strong>${t('form.wrong', { n: wrong.length })}</strong>
      <ul class="fixes">
        ${wrong.map(
          (field) => html`<li>
            <a
              href="#${field}"
              @click=${(event: Event) => {
                event.preventDefault()
                go(field)
              }}
              >${t(`form.fix.${field}`)}</a
            >
          </li>`,
        )}
      </ul>
    </div>
  </div>`
}

/** Not sent yet: why, what is safe, what to do. */
export function renderUnsent(trouble: Trouble, translator: Translator, again: () => void) {
  const { t } = translator
  const isOffline = trouble.why === 'no-network' || trouble.why === 'unreachable'
  return html`<div class="notice warn unsent" role="alert" tabindex="-1">
    ${isOffline ? offlineIcon : alertIcon}
    <div>
      <strong>${t('form.unsent')}</strong> ${sayWhy(trouble, translator)}
      <div class="acts">
        <button class="btn small" type="button" @click=${again}>
          ${retryIcon}${t('form.again')}
        </button>
      </div>
    </div>
  </div>`
}

function sayWhy({ why, wait }: Trouble, { t, locale }: Translator): string {
  if (why === 'busy' && wait) return t('form.unsent.busy-for', { wait: lasting(wait, locale) })
  return t(`form.unsent.${why === 'missing' ? 'failed' : why}`)
}
