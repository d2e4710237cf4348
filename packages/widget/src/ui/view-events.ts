import type { PanelTarget } from '@waypost/sdk/contract'

/** A view asks the shell to go somewhere. `replace` leaves no way back to where it was asked. */
export class NavigateEvent extends Event {
  static readonly type = 'waypost-navigate'
  readonly destination: PanelTarget
  readonly replace: boolean

  constructor(destination: PanelTarget, { replace = false } = {}) {
    super(NavigateEvent.type, { bubbles: true, composed: true })
    this.destination = destination
    this.replace = replace
  }
}

/** A view says what it shows: the words of the panel's head. */
export class TitledEvent extends Event {
  static readonly type = 'waypost-titled'
  readonly title: string
  /** A quieter second line, as the status of a request. */
  readonly subtitle: string

  constructor(title: string, subtitle = '') {
    super(TitledEvent.type, { bubbles: true, composed: true })
    this.title = title
    this.subtitle = subtitle
  }
}

declare global {
  interface HTMLElementEventMap {
    'waypost-navigate': NavigateEvent
    'waypost-titled': TitledEvent
  }
}
