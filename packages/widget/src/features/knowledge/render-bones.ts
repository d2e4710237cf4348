import { html } from 'lit'
import type { Translator } from '../../foundation/i18n.js'

/** Where the article will stand, in its shape. */
export function renderBones({ t }: Translator) {
  return html`<div class="body">
    <p class="sr" role="status">${t('panel.loading')}</p>
    <div class="bones" aria-hidden="true">
      <i class="bone b first"></i>
      <i class="bone c"></i><i class="bone"></i><i class="bone a"></i>
      <i class="bone c"></i><i class="bone b"></i>
    </div>
  </div>`
}
