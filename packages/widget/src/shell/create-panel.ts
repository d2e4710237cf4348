import type { Client } from '@waypost/sdk/client'
import type { Panel, PanelOptions } from '@waypost/sdk/contract'
import { defineElement } from '../foundation/define-element.js'
import { WaypostWindow } from './waypost-window.js'

/**
 * Puts a closed panel on the page and fetches what it needs to open at once: call it when somebody
 * is about to.
 */
export function createPanel(options: PanelOptions<Client>): Panel {
  defineElement('waypost-window', WaypostWindow)
  const element = new WaypostWindow()
  element.begin(options)
  document.body.append(element)
  return {
    get isOpen() {
      return element.isOpen
    },
    open: (target) => element.show(target),
    close: () => element.hide(),
    update: (change) => element.change(change),
    prefill: (prefill) => element.prefill(prefill),
    reset: () => element.reset(),
    destroy: () => element.end(),
  }
}
