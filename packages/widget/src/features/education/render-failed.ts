import { html } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { alertIcon } from '../../ui/icons.js'

/** What was pressed did nothing; it may be pressed again. */
export function renderFailed({ translator: { t } }: PanelContext) {
  return html`<div class="notice bad" role="alert">${alertIcon}<div>${t('learn.failed')}</div></div>`
}
