import type { PanelTarget } from '@waypost/sdk/contract'

/**
 * The person wants to go where this element does not lead, as from an article to the form. Cancel it
 * to take them there yourself; otherwise the panel opens.
 */
export class TargetChosenEvent extends Event {
  static readonly type = 'waypost-target-chosen'
  readonly destination: PanelTarget

  constructor(destination: PanelTarget) {
    super(TargetChosenEvent.type, { bubbles: true, composed: true, cancelable: true })
    this.destination = destination
  }
}

declare global {
  interface HTMLElementEventMap {
    'waypost-target-chosen': TargetChosenEvent
  }
}
