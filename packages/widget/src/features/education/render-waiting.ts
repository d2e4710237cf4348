import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { renderTrouble } from '../../ui/render-trouble.js'
import { NavigateEvent } from '../../ui/view-events.js'
import type { EducationController } from './education-controller.js'

type Loading = Pick<EducationController, 'trouble' | 'slow' | 'run'>

/** What stands in place of a page that is not there yet, or could not be fetched. */
export function renderWaiting({ panel }: { panel: PanelContext }, { trouble, slow, run }: Loading) {
  const { translator } = panel
  if (trouble === 'not_found') return renderGone(panel)
  if (trouble) {
    return html`<div class="body">${renderTrouble(trouble, translator, () => void run())}</div>`
  }
  if (!slow) return nothing
  return html`<div class="body">
    <p class="sr" role="status">${translator.t('panel.loading')}</p>
    <div class="bones" aria-hidden="true">
      <i class="bone b"></i><i class="bone c"></i><i class="bone a"></i><i class="bone c"></i>
    </div>
  </div>`
}

/** A content that there is no more, or not for this person. */
export function renderGone({ translator: { t } }: PanelContext) {
  const see = ({ currentTarget }: Event) =>
    currentTarget?.dispatchEvent(new NavigateEvent({ view: 'learn' }))
  return html`<div class="body">
    <div class="empty">
      <h2>${t('learn.gone.title')}</h2>
      <p>${t('learn.gone')}</p>
      <button class="btn main" type="button" @click=${see}>${t('learn.see')}</button>
    </div>
  </div>`
}
