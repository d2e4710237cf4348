import { css } from 'lit'

/** The field in the head's place, between its buttons; results over the whole width; a person below. */
export const searchView = css`
  .field {
    flex: none; min-block-size: 57px; padding: 6px 56px; border-block-end: 1px solid var(--wp-line);
    background: var(--wp-surface);
  }
  .field .find { min-block-size: 44px; }
  .list { padding-block: var(--wp-4) var(--wp-2); }
  .list + .list { padding-block-start: var(--wp-1); }
  .list > header {
    display: flex; align-items: baseline; justify-content: space-between;
    padding-inline: var(--wp-gutter); margin-block-end: var(--wp-1);
  }
  .list h2 {
    color: var(--wp-ink-2); font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
    font-weight: var(--wp-weight-bold);
  }
  .list .row {
    display: flex; align-items: center; gap: var(--wp-3); inline-size: 100%; border: 0;
    background: none; text-align: start; padding-block: 10px;
  }
  .list .row:hover { background: var(--wp-hover); }
  .list .row .icon { color: var(--wp-ink-3); }
  .foot { padding: 0; }
  .foot .row {
    display: flex; align-items: center; gap: var(--wp-3); inline-size: 100%; border: 0;
    background: none; text-align: start;
  }
  .foot .row:hover { background: var(--wp-hover); }
  .foot .icon { color: var(--wp-ink-3); }
  .two { display: grid; gap: 2px; flex: 1; min-inline-size: 0; }
  .mid { font-weight: var(--wp-weight-mid); }
`
