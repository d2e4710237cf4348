import { css } from 'lit'

/** Set for reading: one column; the vote and what to read next at its end. */
export const article = css`
  .body:focus-visible { box-shadow: var(--wp-focus-inset); outline-offset: -3px; }
  h1 {
    font-size: var(--wp-text-xl); line-height: var(--wp-lead-xl);
    font-weight: var(--wp-weight-bold); text-wrap: balance; outline: 0;
  }
  h1:focus-visible { box-shadow: none; }
  h1:dir(ltr):not([lang|='zh'], [lang|='ja'], [lang|='ko']) {
    letter-spacing: var(--wp-track-tight);
  }
  .meta { margin-block-start: 6px; }
  .lead { margin-block-start: 14px; color: var(--wp-ink-2); line-height: 1.6; }
  .text { margin-block-start: 14px; }
  .contents {
    margin-block-start: var(--wp-4); border: 1px solid var(--wp-line);
    border-radius: var(--wp-radius-m);
  }
  summary {
    display: flex; align-items: center; justify-content: space-between; min-block-size: var(--wp-hit);
    padding: 6px 14px; border-radius: var(--wp-radius-m); font-weight: var(--wp-weight-mid);
    cursor: pointer; list-style: none;
  }
  summary::-webkit-details-marker { display: none; }
  summary:hover { background: var(--wp-hover); }
  summary:focus-visible { box-shadow: var(--wp-focus-inset); }
  summary .icon { color: var(--wp-ink-3); transition: rotate var(--wp-base) var(--wp-out); }
  [open] > summary .icon { rotate: 0.5turn; }
  .contents ul { padding: 0 0 var(--wp-2); list-style: none; }
  .goto {
    inline-size: 100%; padding: 6px 14px; border: 0; background: none; text-align: start;
    color: var(--wp-accent-text); cursor: pointer; font-size: var(--wp-text-sm);
    line-height: var(--wp-lead-sm); min-block-size: 32px;
  }
  .deeper .goto { padding-inline-start: 30px; }
  .goto:hover { background: var(--wp-hover); }
  .goto:focus-visible { box-shadow: var(--wp-focus-inset); border-radius: var(--wp-radius-s); }
  .end { margin-block-start: 28px; display: grid; gap: var(--wp-6); }
  .end:empty { display: none; }

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
  .bones { display: grid; gap: var(--wp-3); }
  .bones .first { block-size: 20px; margin-block-end: var(--wp-2); }
  @media (forced-colors: active) {
    .why { outline: 1px solid CanvasText; outline-offset: -1px; }
    .reason input:checked { forced-color-adjust: none; background: Highlight; }
    .reason input:checked::after { background: HighlightText; }
  }
`
