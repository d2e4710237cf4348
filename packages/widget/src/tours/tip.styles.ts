import { css } from 'lit'

/** A mark near what it speaks of, and the card that it opens. */
export const tipStyles = css`
  .mark {
    position: absolute; inline-size: 24px; block-size: 24px; padding: 0; border: 0; border-radius: 50%;
    display: grid; place-items: center; background: none; pointer-events: auto; cursor: pointer;
  }
  .mark::before {
    content: ''; inline-size: 12px; block-size: 12px; border-radius: 50%;
    background: var(--wp-accent-fill); transition: scale var(--wp-fast);
    box-shadow: 0 0 0 2px var(--wp-surface), 0 0 0 3px var(--wp-accent-edge),
      0 0 0 6px color-mix(in oklab, var(--wp-accent-fill) 30%, transparent);
  }
  .mark:hover::before, .mark[aria-expanded='true']::before { scale: 1.15; }
  /* What a finger gets. */
  .mark::after { content: ''; position: absolute; inset: 0; }
  @media (pointer: coarse) { .mark::after { inset: -10px; } }
  [hidden] { display: none !important; }
  .card { inline-size: min(300px * var(--wp-scale), 100% - 24px); }
  .text { color: var(--wp-ink); }
  .acts { justify-content: flex-start; margin-block-start: var(--wp-3); }
  .acts .btn { min-block-size: 32px; }
  @media (pointer: coarse) { .acts .btn { min-block-size: 44px; } }
  @media (forced-colors: active) {
    .mark { border: 2px solid ButtonText; background: ButtonFace; }
  }
`
