import { css, html, LitElement, nothing } from 'lit'
import type { Translator } from '../../../foundation/i18n.js'
import { base } from '../../../ui/base.styles.js'

/**
 * Three dots, as long as somebody writes; said once.
 *
 * @summary Somebody of the team is writing.
 */
export class WritingLine extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex; gap: 4px; padding: 12px 14px; border: 1px solid var(--wp-line);
        border-radius: var(--wp-radius-l); border-start-start-radius: 4px;
      }
      i {
        inline-size: 6px; block-size: 6px; border-radius: 50%; background: var(--wp-ink-3);
        animation: breathe 1200ms var(--wp-inout) infinite;
      }
      i:nth-of-type(2) { animation-delay: 150ms; }
      i:nth-of-type(3) { animation-delay: 300ms; }
      @keyframes breathe { 50% { opacity: 0.25; } }
      @media (prefers-reduced-motion: reduce) { i { animation: none; } }
      @media (forced-colors: active) { i { background: CanvasText; } }
    `,
  ]
  static override properties = { name: { attribute: false }, translator: { attribute: false } }

  declare name: string
  declare translator: Translator

  protected override render() {
    if (!this.translator) return nothing
    return html`<span class="sr" role="status">${this.translator.t('ticket.writing', { name: this.name })}</span
      ><i></i><i></i><i></i>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-writing': WritingLine
  }
}
