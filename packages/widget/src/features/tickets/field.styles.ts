import { css } from 'lit'

/** `.form` of `.field`s: label, help, what is wrong, then the box; and a choice of `.kind`s. */
export const field = css`
  .form, .field { display: grid; gap: 18px; grid-template-columns: minmax(0, 1fr); }
  .field { gap: 6px; }
  fieldset, legend { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  .label { font-weight: var(--wp-weight-mid); line-height: 1.45; }
  .label .quiet { font-weight: var(--wp-weight); }
  .input {
    inline-size: 100%; min-block-size: 44px; margin: 0; padding: 9px 12px;
    border: 1px solid var(--wp-line-strong); border-radius: var(--wp-radius-m);
    background: var(--wp-surface); color: var(--wp-ink); appearance: none;
    font: var(--wp-weight) var(--wp-text-input) / 1.5 var(--wp-font);
  }
  textarea.input { min-block-size: 116px; max-block-size: 320px; resize: none; field-sizing: content; }
  .input:hover { border-color: var(--wp-ink-2); }
  .input[aria-invalid] { border-color: var(--wp-bad); box-shadow: 0 0 0 1px var(--wp-bad); }
  .input[readonly] { background: var(--wp-sunken); border-color: var(--wp-line); }
  .input:focus-visible {
    border-color: var(--wp-focus);
    box-shadow: 0 0 0 1px var(--wp-focus), 0 0 0 4px var(--wp-accent-soft-2);
  }

  .kinds { display: grid; grid-template-columns: 1fr 1fr; gap: var(--wp-2); margin-block-start: var(--wp-2); }
  .kind {
    position: relative; justify-content: start; min-block-size: 48px; padding: 8px 10px;
    line-height: 1.3; text-align: start; overflow-wrap: break-word; hyphens: auto; min-inline-size: 0;
  }
  .kind input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
  .kind .icon { color: var(--wp-ink-2); }
  .kind:has(:checked) {
    border-color: var(--wp-accent-text); background: var(--wp-accent-soft);
    box-shadow: inset 0 0 0 1px var(--wp-accent-text);
  }
  .kind:has(:checked) .icon { color: var(--wp-accent-text); }
  .kind:has(:focus-visible) { box-shadow: var(--wp-focus-ring); }
  :disabled :is(.input, .kind) {
    background: var(--wp-sunken); color: var(--wp-ink-off); border-color: var(--wp-line);
    box-shadow: none; opacity: 1; cursor: default;
  }
  :disabled .kind .icon { color: inherit; }

  @media (max-width: 360px) {
    .kind { gap: 6px; padding-inline: 8px; font-size: var(--wp-text-sm); }
  }
  @media (forced-colors: active) {
    .kind:has(:checked) { forced-color-adjust: none; background: Highlight; color: HighlightText; }
    .kind:has(:checked) .icon { color: HighlightText; }
    .kind:has(:focus-visible), .input:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
    [aria-invalid] { border-width: 2px; }
  }
`
