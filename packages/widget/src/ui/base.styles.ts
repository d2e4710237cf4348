import { css } from 'lit'

/** What every element of ours begins with: text, links, focus, icons, and words for listeners. */
export const base = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host {
    display: block; color: var(--wp-ink); text-align: start; -webkit-font-smoothing: antialiased;
    font: var(--wp-weight) var(--wp-text-md) / var(--wp-lead-md) var(--wp-font);
    font-variant-numeric: tabular-nums; overflow-wrap: anywhere; letter-spacing: normal;
    text-transform: none; white-space: normal; word-spacing: normal; text-indent: 0;
    writing-mode: horizontal-tb;
  }
  :host([hidden]) { display: none; }
  :where(h1, h2, h3, h4, h5, h6, p, ul, ol, figure, blockquote, pre, table) {
    margin: 0; padding: 0; border: 0; font: inherit; min-inline-size: 0;
  }
  :where(button, input) { font: inherit; color: inherit; margin: 0; }
  a {
    color: var(--wp-accent-text); text-underline-offset: 0.18em; text-decoration-thickness: 1px;
    text-decoration-color: color-mix(in oklab, currentColor 45%, transparent);
  }
  a:hover { text-decoration-color: currentColor; }
  :focus-visible { outline: 2px solid transparent; box-shadow: var(--wp-focus-ring); z-index: 1; }
  .icon {
    inline-size: 20px; block-size: 20px; flex: none; fill: none; stroke: currentColor;
    stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round;
  }
  .icon .dot { fill: currentColor; stroke: none; }
  .icon.s { inline-size: 16px; block-size: 16px; stroke-width: 1.7; }
  .icon.flip:dir(rtl) { transform: scaleX(-1); }
  .sr {
    position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap;
  }
  @media (forced-colors: active) {
    .notice, .chip, .mark, .said, .face, .tick { outline: 1px solid CanvasText; outline-offset: -1px; }
    :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
  }
`
