import type { PanelTarget } from '@waypost/sdk/contract'
import { css, type PropertyDeclarations } from 'lit'
import type {
  ChecklistStanding,
  ChecklistStandsEvent,
} from '../../features/education/checklist-stands-event.js'
import { InlineElement } from './inline-element.js'

const near: readonly PanelTarget['view'][] = ['checklist', 'article']

/**
 * A checklist with its tasks, as they are done. It takes no room where there is none for this person,
 * or where they have put it away before. What a task leads to opens in the panel, an article in place.
 *
 * @summary A checklist, anywhere on a page.
 */
export class WaypostChecklist extends InlineElement {
  static override styles = [
    ...[InlineElement.styles].flat(),
    css`
      :host([standing='gone']) { display: none; }
    `,
  ]
  static override properties: PropertyDeclarations = {
    checklistId: { attribute: 'checklist-id' },
  }

  /** Id of the checklist; the one that is under way unless given. */
  declare checklistId: string

  #standing: ChecklistStanding | undefined

  constructor() {
    super()
    this.checklistId = ''
    this.addEventListener('waypost-checklist-stands', (event) => this.#stands(event))
  }

  protected override get target(): PanelTarget {
    return { view: 'checklist', id: this.checklistId }
  }

  protected override leadsTo(view: PanelTarget['view']): boolean {
    return near.includes(view)
  }

  protected override forget(): void {
    super.forget()
    this.#standing = undefined
    this.removeAttribute('standing')
  }

  /** Who puts it away sees so, and can have it back; who comes to it later sees nothing of it. */
  #stands({ standing }: ChecklistStandsEvent): void {
    const isNew = this.#standing === undefined
    this.#standing = standing
    const isNone = standing === 'gone' || (standing === 'away' && isNew)
    this.setAttribute('standing', isNone ? 'gone' : standing)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-checklist': WaypostChecklist
  }
}
