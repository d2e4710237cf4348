/** The person would rather ask. The words that they searched for go along. */
export class AskChosenEvent extends Event {
  static readonly type = 'waypost-ask-chosen'
  readonly words: string

  constructor(words: string) {
    super(AskChosenEvent.type, { bubbles: true, composed: true })
    this.words = words
  }
}

declare global {
  interface HTMLElementEventMap {
    'waypost-ask-chosen': AskChosenEvent
  }
}
