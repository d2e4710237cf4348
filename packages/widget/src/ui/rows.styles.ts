import { css } from 'lit'

/** Sections with a small title, cards, and rows of which the whole is the link. */
export const rows = css`
  .sec ~ .sec { margin-block-start: var(--wp-5); }
  .sec > header {
    display: flex; align-items: baseline; justify-content: space-between; gap: var(--wp-2);
    margin-block-end: var(--wp-2); padding-inline: 2px;
  }
  .sec > header :is(h2, h3) {
    color: var(--wp-ink-2); font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
    font-weight: var(--wp-weight-bold);
  }
  .more {
    position: relative; padding: 0; border: 0; border-radius: var(--wp-radius-s); background: none;
    color: var(--wp-accent-text); font-size: var(--wp-text-sm); line-height: 24px;
    font-weight: var(--wp-weight-mid); cursor: pointer; white-space: nowrap;
  }
  .more::after { content: ''; position: absolute; inset: -10px -8px; }
  .more:hover { text-decoration: underline; text-underline-offset: 0.18em; }
  .rows { list-style: none; }
  .rows > li + li { border-block-start: 1px solid var(--wp-line); }
  .row {
    position: relative; display: flex; align-items: center; gap: var(--wp-3); inline-size: 100%;
    min-block-size: var(--wp-hit); padding: 10px 14px; border: 0; background: none;
    color: var(--wp-ink); text-align: start; text-decoration: none; cursor: pointer;
    transition: background var(--wp-fast);
  }
  .row > .icon { color: var(--wp-ink-3); }
  a.row:hover, button.row:hover { background: var(--wp-hover); }
  .row:hover > .icon { color: var(--wp-ink-2); }
  .row:focus-visible { border-radius: var(--wp-radius-l); box-shadow: var(--wp-focus-inset); }
  .card {
    border: 1px solid var(--wp-line); border-radius: var(--wp-radius-l); overflow: hidden;
    background: var(--wp-surface);
  }
  .two { display: grid; gap: 2px; flex: 1; min-inline-size: 0; }
  .strong { font-weight: var(--wp-weight-bold); }
  @media (forced-colors: active) {
    .row:focus-visible { outline-offset: -3px; }
  }
`
