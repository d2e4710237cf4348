import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { FormSide } from './form-side.js'
import type * as Part from './render-along.js'
import { partsOfContext } from './ticket-context.js'

export type Along = ReturnType<typeof createAlong>

/** Says on request what goes along with the letter, and lets somebody leave out what they like. */
export function createAlong(form: FormSide, panel: () => PanelContext) {
  let part: typeof Part | undefined
  let isOpen = false
  /** The language that it was fetched in. */
  let asked = ''

  async function fetchPart(translator: Translator): Promise<void> {
    asked = translator.locale
    try {
      const fetched = await import('./render-along.js')
      await fetched.learn(translator)
      form.wear(fetched.alongStyles)
      part = fetched
    } catch {
      asked = ''
      isOpen = false
    }
    form.redraw()
  }

  function toggle(): void {
    isOpen = !isOpen
    form.redraw()
  }

  return {
    render() {
      const { translator } = panel()
      if (isOpen && asked !== translator.locale) void fetchPart(translator)
      return html`<div class="along">
        <button class="link small" type="button" aria-expanded=${isOpen} @click=${toggle}>
          ${translator.t('form.along')}
        </button>
        ${isOpen && part ? part.renderAlong(form, panel(), partsOfContext(panel())) : nothing}
      </div>`
    },
  }
}
