import { css } from 'lit'

/** One thing lit, and the card that speaks of it. */
export const tourStyles = css`
  .spot {
    position: absolute; border-radius: var(--wp-radius-m);
    box-shadow: 0 0 0 2px var(--wp-surface), 0 0 0 5px var(--wp-accent-edge), 0 0 0 200vmax var(--wp-veil);
  }
  /* Nothing is lit: the page stands back. */
  .bare.spot { inset: 0; box-shadow: none; border-radius: 0; background: var(--wp-veil); }
  .free { inset: 0; margin: auto; block-size: fit-content; }
  .waits { inset-block-end: 20px; inset-inline-end: 20px; }
  .head {
    display: flex; align-items: center; margin-block: -4px 6px; color: var(--wp-ink-3);
    font-size: var(--wp-text-xs); line-height: var(--wp-lead-xs);
  }
  .head span, .steps { flex: 1; }
  .tool { position: relative; inline-size: 32px; block-size: 32px; margin-inline-end: -8px; }
  /* What a finger gets. */
  .tool::after { content: ''; position: absolute; inset: -6px; }
  svg { inline-size: 16px; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; }
  h2 { font-size: var(--wp-text-lg); line-height: var(--wp-lead-lg); }
  h2:focus-visible { outline: 0; box-shadow: none; }
  h2 + .text { margin-block-start: var(--wp-1); }
  .note {
    margin-block: 2px 10px; padding: 8px 12px; border-radius: var(--wp-radius-m);
    background: var(--wp-hover); font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
  }
  .steps { display: flex; gap: 5px; }
  .steps i {
    inline-size: 6px; block-size: 6px; border-radius: 3px; background: var(--wp-line-strong); opacity: 0.55;
  }
  .steps .on { inline-size: 18px; background: var(--wp-accent-edge); opacity: 1; }
  .sr { position: absolute; clip-path: inset(50%); inline-size: 1px; overflow: hidden; white-space: nowrap; }

  @media (width < 480px) {
    .card {
      inset: auto 0 var(--keys, 0px) !important; inline-size: auto; max-block-size: 60%; margin: 0;
      padding-block-end: env(safe-area-inset-bottom); border-end-start-radius: 0; border-end-end-radius: 0;
    }
    .high {
      inset: 0 0 auto !important; padding-block: env(safe-area-inset-top) 0;
      border-radius: 0 0 var(--wp-radius-l) var(--wp-radius-l);
    }
  }
  @media (forced-colors: active) {
    .spot { outline: 3px solid Highlight; outline-offset: 2px; }
    .bare.spot { outline: 0; background: none; }
    .steps i { forced-color-adjust: none; background: GrayText; }
    .steps .on { background: Highlight; }
    .note { border: 1px solid CanvasText; }
  }
`
