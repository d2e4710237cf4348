import type { TicketScope } from '@waypost/sdk/contract'

/** Somebody has chosen whose requests they want to see. */
export class ChosenScopeEvent extends Event {
  readonly scope: TicketScope

  constructor(scope: TicketScope) {
    super('waypost-scope-chosen', { bubbles: true, composed: true })
    this.scope = scope
  }
}

declare global {
  interface HTMLElementEventMap {
    'waypost-scope-chosen': ChosenScopeEvent
  }
}
