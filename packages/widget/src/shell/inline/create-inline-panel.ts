import type { Client } from '@waypost/sdk/client'
import type { Guest, Panel, PanelOptions, PanelTarget } from '@waypost/sdk/contract'
import { css } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import type { FoundStay } from './find-stay.js'
import { WaypostPanel } from './waypost-panel.js'

/** The panel of a widget that stands in the page: whose it is, it knows from the start. */
class WidgetPanel extends WaypostPanel {
  // As high as the host's element, where that has a height.
  static override styles = [...WaypostPanel.styles, css`:host { block-size: 100%; }`]

  guest: Guest | undefined
  given: PanelOptions<Client> | undefined

  protected override async stay(guest: Guest): Promise<FoundStay> {
    this.guest = guest
    const options = this.given as PanelOptions<Client>
    return { options, isOwn: false, leave() {}, open: async () => {} }
  }

  /** What is written here is there in the window, too, on a page that has no place for it. */
  protected override taken(options: PanelOptions<Client>): PanelOptions<Client> {
    return super.taken({ ...options, keep: (this.given ?? options).keep })
  }

  /** From the host's page to a place in the panel, and the focus with it. */
  async show(target?: PanelTarget): Promise<void> {
    await this.enter(target)
    this.scrollIntoView({ block: 'nearest' })
  }

  prefill(...words: Parameters<Panel['prefill']>): void {
    this.router.prefill(...words)
  }
}

/**
 * Puts the panel into the element that the host has named. It is part of the page: always open, with
 * nothing to close.
 */
export function createInlinePanel(options: PanelOptions<Client>): Panel {
  // A name of its own: a page may write `<waypost-panel>`, which finds its widget by itself.
  defineElement('waypost-inline', WidgetPanel)
  const element = new WidgetPanel()
  element.given = options
  options.inside?.append(element)
  let isNew = true
  return {
    isOpen: true,
    async open(target) {
      // That it is there is no reason to lead anybody into it.
      const isComing = isNew && !target
      isNew = false
      if (!isComing) await element.show(target)
    },
    close() {},
    update: (change) => element.guest?.update(change),
    prefill: (prefill) => element.prefill(prefill),
    reset: () => element.guest?.reset(),
    destroy: () => element.remove(),
  }
}
