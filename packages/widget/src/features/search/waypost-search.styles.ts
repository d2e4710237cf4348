import { css } from 'lit'

/** The field with a card under it. */
export const search = css`
  .search { position: relative; display: grid; gap: var(--wp-3); }
  .results {
    position: relative; overflow: hidden; border: 1px solid var(--wp-line);
    border-radius: var(--wp-radius-l); background: var(--wp-surface);
    box-shadow: var(--wp-lift-1); padding-block-end: var(--wp-2);
    animation: come var(--wp-base) var(--wp-out);
  }
  @keyframes come { from { opacity: 0; translate: 0 var(--wp-shift); } }
`
