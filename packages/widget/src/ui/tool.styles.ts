import { css } from 'lit'

/** `.tool`: a button that is an icon. */
export const tool = css`
  .tool {
    position: relative; display: inline-grid; place-items: center; flex: none;
    inline-size: 32px; block-size: 32px; padding: 0; border: 0; border-radius: var(--wp-radius-m);
    background: none; color: var(--wp-ink-2); cursor: pointer;
  }
  .tool::after { content: ''; position: absolute; inset: -6px; }
  .tool:hover { background: var(--wp-hover); color: var(--wp-ink); }
`
