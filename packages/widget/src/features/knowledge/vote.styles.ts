import { css } from 'lit'

/** Why an article did not help. */
export const voteStyles = css`
  .why {
    display: grid; gap: var(--wp-3); padding: var(--wp-4); border-radius: var(--wp-radius-l);
    background: var(--wp-sunken); scroll-margin-block: var(--wp-4);
  }
  fieldset { display: grid; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { padding: 0 0 var(--wp-1); font-weight: var(--wp-weight-bold); }
  .reason { display: flex; align-items: center; gap: var(--wp-3); min-block-size: 40px; cursor: pointer; }
  .reason input {
    appearance: none; display: grid; place-items: center; flex: none; margin: 0;
    inline-size: 20px; block-size: 20px; border: 1.5px solid var(--wp-line-strong);
    border-radius: 50%; background: var(--wp-surface); cursor: pointer;
  }
  .reason input:checked { border-color: var(--wp-accent-edge); background: var(--wp-accent-fill); }
  .reason input:checked::after {
    content: ''; inline-size: 8px; block-size: 8px; border-radius: 50%;
    background: var(--wp-on-accent);
  }
  .comment { display: grid; gap: 6px; font-weight: var(--wp-weight-mid); }
  .comment .quiet { font-weight: var(--wp-weight); }
  textarea {
    inline-size: 100%; min-block-size: 76px; max-block-size: 240px; padding: 9px 12px;
    border: 1px solid var(--wp-line-strong); border-radius: var(--wp-radius-m); margin: 0;
    background: var(--wp-surface); color: var(--wp-ink); resize: none; field-sizing: content;
    font: var(--wp-weight) var(--wp-text-input) / 1.5 var(--wp-font);
  }
  textarea::placeholder { color: var(--wp-ink-3); opacity: 1; }
  textarea:hover { border-color: var(--wp-ink-2); }
  .why .acts { display: flex; flex-wrap: wrap; gap: var(--wp-2); }
  .btn.bare { border-color: transparent; background: none; color: var(--wp-accent-text); }
  .btn.bare:hover { background: var(--wp-hover); }
  @media (forced-colors: active) {
    .why { outline: 1px solid CanvasText; outline-offset: -1px; }
    .reason input:checked { forced-color-adjust: none; background: Highlight; }
    .reason input:checked::after { background: HighlightText; }
  }
`
