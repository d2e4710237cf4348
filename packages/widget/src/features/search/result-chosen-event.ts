import type { FoundHit } from './render-hit.js'

/**
 * A result was chosen: an article, a course or a lesson, by its `kind`. Cancel it to show it yourself;
 * otherwise the browser follows the link.
 */
export class ResultChosenEvent extends Event {
  static readonly type = 'waypost-result-chosen'
  readonly hit: FoundHit
  /** 1 for the first. */
  readonly position: number
  /** Names the search; missing when the article was offered and not searched for. */
  readonly searchId: string | undefined

  constructor(hit: FoundHit, position: number, searchId?: string) {
    super(ResultChosenEvent.type, { bubbles: true, composed: true, cancelable: true })
    this.hit = hit
    this.position = position
    this.searchId = searchId
  }
}

declare global {
  interface HTMLElementEventMap {
    'waypost-result-chosen': ResultChosenEvent
  }
}
