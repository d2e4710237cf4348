import type { Client } from '@waypost/sdk/client'
import type { Panel, PanelOptions } from '@waypost/sdk/contract'
import { defineElement } from '../foundation/define-element.js'
import type { WindowOpening } from '../opening/create-opening.js'
import { WaypostWindow } from './waypost-window.js'

/**
 * Puts a closed panel on the page and fetches what it needs to open at once: call it when somebody
 * is about to.
 */
export function createPanel(options: PanelOptions<Client>): Panel {
  defineElement('waypost-window', WaypostWindow)
  const opening = options.opening as WindowOpening | null | undefined
  if (opening) customElements.upgrade(opening.element)
  const isOurs = opening?.element instanceof WaypostWindow
  if (!isOurs) opening?.end()
  const element = isOurs ? (opening.element as WaypostWindow) : new WaypostWindow()
  element.begin(options, isOurs ? opening : undefined)
  if (!element.isConnected) document.body.append(element)
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
