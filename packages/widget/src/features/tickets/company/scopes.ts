import type { TicketScope } from '@waypost/sdk/contract'
import { css, html, LitElement, nothing } from 'lit'
import type { Translator } from '../../../foundation/i18n.js'
import { ChosenScopeEvent } from './chosen-scope-event.js'

/**
 * Whose requests a list holds: one's own, or those of one's company.
 *
 * @event {ChosenScopeEvent} waypost-scope-chosen - The other one was chosen.
 */
export class Scopes extends LitElement {
  static override styles = css`
    :host { display: block; margin-block-end: var(--wp-4); }
    div {
      display: grid; grid-auto-columns: minmax(0, 1fr); grid-auto-flow: column; gap: 3px;
      padding: 3px; border-radius: var(--wp-radius-m); background: var(--wp-press);
    }
    button {
      min-block-size: 36px; padding: 4px 12px; border: 0; border-radius: var(--wp-radius-s);
      overflow: hidden; background: none; color: var(--wp-ink-2); cursor: pointer;
      font: var(--wp-weight-mid) var(--wp-text-sm) / var(--wp-lead-sm) var(--wp-font);
      text-overflow: ellipsis; white-space: nowrap;
    }
    button:hover { color: var(--wp-ink); }
    button:focus-visible { outline: 2px solid var(--wp-accent-text); outline-offset: 1px; }
    [aria-pressed='true'] {
      background: var(--wp-surface); color: var(--wp-ink); box-shadow: var(--wp-lift-1);
    }
    @media (forced-colors: active) {
      [aria-pressed='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
    }
  `
  static override properties = {
    group: { attribute: false },
    scope: { attribute: false },
    translator: { attribute: false },
  }

  /** What the company is called. */
  declare group: string
  declare scope: TicketScope
  declare translator: Translator

  protected override render() {
    if (!this.translator) return nothing
    const { t } = this.translator
    return html`<div role="group" aria-label=${t('requests.whose')}>
      ${this.#renderScope('own', t('requests.mine'))}
      ${this.#renderScope('group', html`<bdi>${this.group}</bdi>`)}
    </div>`
  }

  #renderScope(scope: TicketScope, words: unknown) {
    const choose = () => {
      if (scope !== this.scope) this.dispatchEvent(new ChosenScopeEvent(scope))
    }
    return html`<button
      type="button"
      aria-pressed=${scope === this.scope ? 'true' : 'false'}
      @click=${choose}
    >
      ${words}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-scopes': Scopes
  }
}
