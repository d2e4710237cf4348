import { css } from 'lit'

/** Set for reading: one column; what to read next at its end. */
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
  .bones { display: grid; gap: var(--wp-3); }
  .bones .first { block-size: 20px; margin-block-end: var(--wp-2); }
`
