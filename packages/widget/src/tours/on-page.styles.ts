import { css } from 'lit'

/**
 * What stands on the host's page by itself: a layer that takes no press, and cards in it. It comes
 * without the looks of the panel, and has of them what it needs.
 */
export const onPage = css`
  * { box-sizing: border-box; margin: 0; padding: 0; }
  :host {
    display: contents !important;
    --wp-raised: light-dark(#fff, oklch(from var(--wp-accent) 0.252 min(c * 0.1, 0.012) h));
    --wp-veil: light-dark(oklch(0.2 0.02 250 / 0.5), oklch(0 0 0 / 0.62));
  }
  .layer {
    /* What the page says of all elements is inherited into here: nothing of it but light and dark. */
    all: initial; color-scheme: inherit; position: fixed; inset: 0; z-index: var(--wp-z-host);
    overflow: visible; pointer-events: none; color: var(--wp-ink); display: block;
    font: var(--wp-weight) var(--wp-text-md) / var(--wp-lead-md) var(--wp-font);
    -webkit-font-smoothing: antialiased; overflow-wrap: anywhere;
  }
  .below { z-index: calc(var(--wp-z-host) - 1); }
  [hidden] { display: none !important; }
  .card {
    position: absolute; display: flex; inline-size: min(328px * var(--wp-scale), 100% - 24px);
    max-block-size: calc(100% - 24px); border-radius: var(--wp-radius-l); pointer-events: auto;
    background: var(--wp-raised); box-shadow: var(--wp-lift-3);
    animation: rise var(--wp-slow) var(--wp-out);
  }
  @keyframes rise { from { opacity: 0; translate: 0 var(--wp-shift); } }
  .inner { flex: 1; padding: 16px; overflow: auto; }
  .arrow {
    position: absolute; inline-size: 14px; block-size: 14px; rotate: 45deg;
    background: inherit; border-start-start-radius: 3px; box-shadow: -1px -1px 0 var(--wp-rim);
    display: none;
  }
  [data-side] .arrow { display: block; inset: -7px auto auto calc(var(--arrow) - 7px); }
  [data-side='top'] .arrow { inset: auto auto -7px calc(var(--arrow) - 7px); rotate: 225deg; }
  [data-side='right'] .arrow { inset: calc(var(--arrow) - 7px) auto auto -7px; rotate: -45deg; }
  [data-side='left'] .arrow { inset: calc(var(--arrow) - 7px) -7px auto auto; rotate: 135deg; }

  .text { color: var(--wp-ink-2); }
  .text > * + * { margin-block-start: var(--wp-2); }
  .text :is(ul, ol, blockquote, aside) { padding-inline-start: 22px; }
  img { max-inline-size: 100%; block-size: auto; }
  code { white-space: pre-wrap; }
  a { color: var(--wp-accent-text); text-decoration: underline; cursor: pointer; }
  h2, h3, button { font: inherit; border: 0; background: none; color: inherit; cursor: inherit; }
  .acts {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end;
    gap: var(--wp-2); margin-block-start: 16px;
  }
  .btn, .tool, .mark {
    display: grid; place-items: center; border: 1px solid transparent;
    border-radius: var(--wp-radius-m); cursor: pointer;
  }
  .btn {
    min-block-size: 36px; padding: 6px var(--wp-3); border-color: var(--wp-line-strong);
    color: var(--wp-ink); font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
    text-decoration: none;
  }
  .btn, h2, h3 { font-weight: var(--wp-weight-bold); }
  .btn:hover, .tool:hover { background: var(--wp-hover); }
  .bare { border-color: transparent; color: var(--wp-accent-text); }
  .main, .main:hover {
    background: var(--wp-accent-fill); color: var(--wp-on-accent); border-color: var(--wp-accent-edge);
  }
  .main:hover { filter: brightness(0.94); }
  :focus-visible { outline: 2px solid transparent; box-shadow: var(--wp-focus-ring); }

  @media (pointer: coarse) { .btn { min-block-size: 44px; } }
  @media (forced-colors: active) {
    .card, .arrow { border: 1px solid CanvasText; }
    .arrow { z-index: -1; }
    :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
  }
  @media print { .layer { display: none; } }
`
