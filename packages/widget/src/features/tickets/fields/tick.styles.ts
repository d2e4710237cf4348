import { css } from 'lit'

/**
 * A box to tick: of a line of its own, or in a choice of several. In forced colours nothing is
 * transparent: what does not hold is hidden.
 */
export const tick = css`
  .tick {
    display: inline-grid; place-items: center; flex: none; inline-size: 20px; block-size: 20px;
    border: 1.5px solid var(--wp-line-strong); border-radius: var(--wp-radius-s);
    background: var(--wp-surface); color: transparent;
  }
  .tick .icon, .kind:has(:checked) .tick .icon { inline-size: 14px; block-size: 14px; stroke-width: 2.4; color: inherit; }
  :checked ~ .tick {
    background: var(--wp-accent-fill); border-color: var(--wp-accent-edge); color: var(--wp-on-accent);
  }
  .check {
    position: relative; display: flex; gap: var(--wp-3); align-items: flex-start;
    min-block-size: 44px; padding-block: 11px; cursor: pointer;
  }
  .check input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
  .check .tick { margin-block-start: 1px; }
  .check:hover .tick { border-color: var(--wp-ink-2); }
  .check :focus-visible ~ .tick { box-shadow: var(--wp-focus-ring); }
  [aria-invalid] ~ .tick { border-color: var(--wp-bad); box-shadow: 0 0 0 1px var(--wp-bad); }
  @media (forced-colors: active) {
    :not(:checked) ~ .tick .icon { visibility: hidden; }
    :checked ~ .tick { forced-color-adjust: none; background: Highlight; color: HighlightText; }
    .check :focus-visible ~ .tick { outline: 3px solid Highlight; outline-offset: 2px; }
  }
`
