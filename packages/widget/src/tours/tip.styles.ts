import { css } from 'lit'

/** A mark near what it speaks of, and the card that it opens. */
export const tipStyles = css`
  .mark {
    position: absolute; inline-size: 24px; block-size: 24px; border-radius: 50%; pointer-events: auto;
  }
  .mark::before {
    content: ''; inline-size: 12px; block-size: 12px; border-radius: 50%;
    background: var(--wp-accent-fill);
    box-shadow: 0 0 0 2px var(--wp-surface), 0 0 0 3px var(--wp-accent-edge),
      0 0 0 6px color-mix(in oklab, var(--wp-accent-fill) 30%, transparent);
  }
  .mark:hover::before, [aria-expanded='true']::before { scale: 1.15; }
  .card { inline-size: min(300px * var(--wp-scale), 100% - 24px); }
  .text { color: var(--wp-ink); }
  .acts { justify-content: flex-start; margin-block-start: var(--wp-3); }
  /* What a finger gets. */
  @media (pointer: coarse) { .mark::after { content: ''; position: absolute; inset: -10px; } }
  @media (forced-colors: active) { .mark { border: 2px solid ButtonText; background: ButtonFace; } }
`
