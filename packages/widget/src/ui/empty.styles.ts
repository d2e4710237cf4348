import { css } from 'lit'

/** Nothing here: a mark, what is, what to do. */
export const empty = css`
  .empty {
    display: grid; justify-items: center; gap: 6px; padding: 36px var(--wp-4); text-align: center;
  }
  .empty .mark {
    display: grid; place-items: center; inline-size: 56px; block-size: 56px; border-radius: var(--wp-radius);
    margin-block-end: 10px; background: var(--wp-accent-soft); color: var(--wp-accent-text);
  }
  .empty .mark .icon { inline-size: 26px; block-size: 26px; stroke-width: 1.3; }
  .empty :is(h1, h2) {
    font-size: var(--wp-text-lg); line-height: var(--wp-lead-lg);
    font-weight: var(--wp-weight-bold); text-wrap: balance;
  }
  .empty p { max-inline-size: 32ch; color: var(--wp-ink-2); text-wrap: pretty; }
  .empty .btn { margin-block-start: 14px; }
`
