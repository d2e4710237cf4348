import { css } from 'lit'

/** One line for every sequence: behind you in the accent, ahead in grey. */
export const trail = css`
  .trail { position: relative; list-style: none; }
  .trail > li { position: relative; padding-inline-start: 44px; padding-block-end: 20px; }
  .trail > li:last-child { padding-block-end: 0; }
  .trail > li::before {
    content: ''; position: absolute; inset-inline-start: 15.25px; inset-block: 6px -6px;
    inline-size: 1.5px; background: var(--wp-line);
  }
  .trail > li:last-child::before { display: none; }
  .trail > li.walked::before { background: var(--wp-accent-edge); }
  .node {
    position: absolute; inset-inline-start: 0; inset-block-start: 0; inline-size: 32px;
    display: grid; place-items: center;
  }
  .stop {
    display: grid; place-items: center; inline-size: 24px; block-size: 24px; border-radius: 50%;
    border: 1.5px solid var(--wp-line-strong); background: var(--wp-surface);
    color: var(--wp-ink-3); box-shadow: 0 0 0 4px var(--wp-surface);
  }
  .stop .icon { inline-size: 14px; block-size: 14px; stroke-width: 2.2; }
  .stop.on {
    background: var(--wp-accent-fill); border-color: var(--wp-accent-edge);
    color: var(--wp-on-accent);
  }
  .stop.good { background: var(--wp-good); border-color: var(--wp-good); color: var(--wp-surface); }
  .stop.now { border: 2px solid var(--wp-accent-edge); }
  .stop.now::after {
    content: ''; inline-size: 10px; block-size: 10px; border-radius: 50%;
    background: var(--wp-accent-edge);
  }
  .pip {
    inline-size: 9px; block-size: 9px; margin-block-start: 5px; border-radius: 50%;
    border: 1.5px solid var(--wp-ink-3); background: var(--wp-surface);
    box-shadow: 0 0 0 4px var(--wp-surface);
  }
  .event { color: var(--wp-ink-3); font-size: var(--wp-text-sm); line-height: 1.45; }
  @media (forced-colors: active) {
    .trail > li::before { background: CanvasText; }
    .stop:is(.on, .good), .stop.now::after {
      /* That colour may let what lies behind it through. */
      forced-color-adjust: none; background: linear-gradient(Highlight, Highlight) Canvas;
      box-shadow: 0 0 0 4px Canvas; color: HighlightText;
    }
  }
`
