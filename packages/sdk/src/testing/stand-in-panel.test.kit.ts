import type { Client } from '../client/client.js'
import type { Panel, PanelOptions, PanelTarget } from '../contract/panel.js'

/** A panel without looks: what it was made with, and what it was told, in order. */
export interface StandInPanel extends Panel {
  options: PanelOptions<Client>
  told: unknown[]
}

/** Each address of a module is a module of its own; they meet here. */
const meeting = globalThis as { standInPanels?: StandInPanel[] }

/** The panels that were made since the page was loaded, the newest last. */
export const standInPanels = (meeting.standInPanels ??= [])

export function createPanel(options: PanelOptions<Client>): StandInPanel {
  const told: unknown[] = []
  let isOpen = false
  options.opening?.end()
  const panel: StandInPanel = {
    options,
    told,
    get isOpen() {
      return isOpen
    },
    async open(target?: PanelTarget) {
      isOpen = true
      told.push(['open', target])
      options.emit('panel:opened', {})
    },
    close() {
      isOpen = false
      told.push(['close'])
      options.emit('panel:closed', {})
      options.launcher?.focus()
    },
    update: (change) => told.push(['update', change]),
    prefill: (prefill) => told.push(['prefill', prefill]),
    reset: () => told.push(['reset']),
    destroy: () => told.push(['destroy']),
  }
  standInPanels.push(panel)
  return panel
}
