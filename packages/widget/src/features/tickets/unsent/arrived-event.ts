/** A request that waited has gone out: lists are to be read again. */
export class ArrivedEvent extends Event {
  static readonly type = 'waypost-arrived'

  constructor() {
    super(ArrivedEvent.type, { bubbles: true, composed: true })
  }
}

declare global {
  interface HTMLElementEventMap {
    'waypost-arrived': ArrivedEvent
  }
}
