import { css } from 'lit'

/** Set for reading, as an article is. */
export const lessonStyles = css`
  .body:focus-visible { box-shadow: var(--wp-focus-inset); outline-offset: -3px; }
  h1 {
    font-size: var(--wp-text-xl); line-height: var(--wp-lead-xl);
    font-weight: var(--wp-weight-bold); text-wrap: balance; outline: 0;
  }
  h1:focus-visible { box-shadow: none; }
  h1:dir(ltr):not([lang|='zh'], [lang|='ja'], [lang|='ko']) {
    letter-spacing: var(--wp-track-tight);
  }
  h1 + .small { margin-block-start: 6px; }
  .text, h1 ~ :not(.small, .text, .end) { margin-block-start: 14px; }
  .end { min-block-size: 22px; margin-block-start: var(--wp-6); }
  .good { color: var(--wp-good); }
  .good .icon { margin-inline-end: 4px; vertical-align: -3px; }
  .link {
    position: relative; padding: 0; border: 0; background: none; color: var(--wp-accent-text);
    text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer;
  }
  .link::after { content: ''; position: absolute; inset: -10px -6px; }
  .foot .btn { flex: none; }
  @media (max-width: 360px) {
    .foot .words { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  }
  .foot .icon { inline-size: 16px; block-size: 16px; stroke-width: 1.7; }
`
