/** How a checklist stands with somebody; `gone` where there is none for them. */
export type ChecklistStanding = 'gone' | 'away' | 'running' | 'done'

/** A checklist stands otherwise with somebody than it did. */
export class ChecklistStandsEvent extends Event {
  static readonly type = 'waypost-checklist-stands'
  readonly standing: ChecklistStanding

  constructor(standing: ChecklistStanding) {
    super(ChecklistStandsEvent.type, { bubbles: true, composed: true })
    this.standing = standing
  }
}

declare global {
  interface HTMLElementEventMap {
    'waypost-checklist-stands': ChecklistStandsEvent
  }
}
