import { css } from 'lit'

/** Of what a site asks besides: choices in sight and in a list, ticks, and what cannot be changed. */
export const siteStyles = [
  css`
  .group { gap: 6px; }
  .group > .kinds { margin-block-start: 2px; }
  .group > legend { margin-block-end: 6px; }
  .input[dir='ltr']:dir(rtl) { text-align: end; }
  input[type='date'] { cursor: text; }
  .select { position: relative; display: block; }
  .select .input { padding-inline-end: 40px; text-overflow: ellipsis; cursor: pointer; }
  .select .icon {
    position: absolute; inset-block-start: calc(50% - 8px); inset-inline-end: 14px;
    color: var(--wp-ink-2); pointer-events: none;
  }
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
  .kind:has([aria-invalid]):not(:has(:checked)) { border-color: var(--wp-bad); }
  .privacy { inline-size: fit-content; line-height: 24px; }
  @media (forced-colors: active) {
    :checked ~ .tick { forced-color-adjust: none; background: Highlight; color: HighlightText; }
    .check :focus-visible ~ .tick { outline: 3px solid Highlight; outline-offset: 2px; }
  }
`,
]
