import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'

/** Offers to tell of the answer that somebody waits for, as soon as what does so has come. */
export function renderNotices(panel: PanelContext, ticketId: string) {
  if (!panel.realtime || !('Notification' in globalThis)) return nothing
  import('./notices/notices-offer.js').then((it) => it.offerNotices(panel)).catch(() => {})
  return html`<waypost-notices
    class="notices"
    .panel=${panel}
    .ticketId=${ticketId}
  ></waypost-notices>`
}
