import { css } from 'lit'

/** Of form and conversation alike: what is wrong with words, and deeds that stand in a line. */
export const writing = css`
  .why { display: flex; gap: 6px; color: var(--wp-bad); font-weight: var(--wp-weight-mid); }
  .why .icon {
    inline-size: 16px; block-size: 16px; margin-block-start: 1px; stroke-width: 1.7;
  }
  .link {
    position: relative; min-block-size: 24px; padding: 0; border: 0; background: none;
    color: var(--wp-accent-text); font-weight: var(--wp-weight-mid);
    text-decoration: underline 1px; text-underline-offset: 0.18em; cursor: pointer;
  }
  .link::after { content: ''; position: absolute; inset: -8px; }
`
