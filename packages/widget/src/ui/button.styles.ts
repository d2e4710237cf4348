import { css } from 'lit'
import { tool } from './tool.styles.js'

/** Buttons: `.btn`, with `.main` for the one that matters and `.small` inside notices; and `.tool`. */
export const button = [
  tool,
  css`
  .btn {
    display: inline-flex; align-items: center; justify-content: center; gap: var(--wp-2);
    min-block-size: var(--wp-control); padding: 6px var(--wp-4); text-align: center;
    border: 1px solid var(--wp-line-strong); border-radius: var(--wp-radius-m);
    background: var(--wp-surface); color: var(--wp-ink); font-weight: var(--wp-weight-mid);
    cursor: pointer; transition: background var(--wp-fast), border-color var(--wp-fast);
  }
  .btn:hover { background: var(--wp-hover); border-color: var(--wp-ink-3); }
  .btn:active { background: var(--wp-press); }
  .btn.main {
    background: var(--wp-accent-fill); color: var(--wp-on-accent);
    border-color: var(--wp-accent-edge); font-weight: var(--wp-weight-bold);
  }
  .btn.main:hover { background: var(--wp-accent-fill-hover); }
  .btn.main:active { background: var(--wp-accent-fill-press); }
  .btn.waits { position: relative; padding-inline: 34px; }
  .btn.waits > .spin { position: absolute; inset-inline-start: 11px; }
  .btn.small { min-block-size: 32px; padding: 3px var(--wp-3); border-radius: var(--wp-radius-m); }
  @media (pointer: coarse) { .btn.small { min-block-size: 40px; } }
`,
]
