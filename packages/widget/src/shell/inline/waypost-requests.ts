import type { PanelTarget, SdkEventName } from '@waypost/sdk/contract'
import { InlineElement } from './inline-element.js'

const near: readonly PanelTarget['view'][] = ['requests', 'ticket', 'article']

/**
 * What this person has asked, and what became of it. A request opens in place, with a way back.
 *
 * @summary Your requests, anywhere on a page.
 */
export class WaypostRequests extends InlineElement {
  protected override get target(): PanelTarget {
    return { view: 'requests' }
  }

  protected override leadsTo(view: PanelTarget['view']): boolean {
    return near.includes(view)
  }

  protected override heard(name: SdkEventName): void {
    if (!name.startsWith('ticket:')) return
    for (const { target, view } of this.router.pages) {
      if (target.view === 'requests') void view?.refresh?.()
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-requests': WaypostRequests
  }
}
