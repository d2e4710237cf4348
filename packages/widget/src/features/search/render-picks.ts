import { html, nothing } from 'lit'

export interface Pick {
  title: string
  /** How much is behind it, where that is known. */
  count?: number
  picked: boolean
  pick: () => void
}

/** Collections to choose one of; once more lets go of it. */
export function renderPicks(label: string, picks: readonly Pick[]) {
  return html`<div class="picks" role="group" aria-label=${label}>
    ${picks.map(
      ({ title, count, picked, pick }) => html`<button
        class="btn small pick"
        type="button"
        aria-pressed=${picked}
        @click=${pick}
      >
        ${title}${count === undefined ? nothing : html` <span>${count}</span>`}
      </button>`,
    )}
  </div>`
}
