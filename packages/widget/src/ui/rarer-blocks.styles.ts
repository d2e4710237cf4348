import { css } from 'lit'

/** Of the blocks that only some texts hold. */
export const rarerBlocks = css`
  .task > div > * + * { margin-block-start: var(--flow); }
  .flow > * + *, .tight > .task > div > * + * { margin-block-start: 6px; }
  .task { display: flex; gap: 10px; list-style: none; margin-inline-start: -22px; }
  .task > div { flex: 1; min-inline-size: 0; }
  .tick {
    display: inline-grid; place-items: center; flex: none; inline-size: 20px; block-size: 20px;
    margin-block-start: 2px; border: 1.5px solid var(--wp-line-strong);
    border-radius: var(--wp-radius-s); background: var(--wp-surface);
  }
  .tick.on {
    background: var(--wp-accent-fill); border-color: var(--wp-accent-edge);
    color: var(--wp-on-accent);
  }
  .tick .icon { inline-size: 14px; block-size: 14px; stroke-width: 2.4; }

  .code {
    border: 1px solid var(--wp-line); border-radius: var(--wp-radius-m); background: var(--wp-sunken);
    overflow: hidden;
  }
  .language {
    padding: 6px 14px; border-block-end: 1px solid var(--wp-line); color: var(--wp-ink-3);
    font-size: var(--wp-text-xs); line-height: var(--wp-lead-xs);
  }
  pre {
    padding: var(--wp-3) 14px; overflow: auto; white-space: pre; border-radius: inherit;
    overflow-wrap: normal; font: calc(13px * var(--wp-scale)) / 1.54 var(--wp-font-mono);
  }
  pre code { padding: 0; border: 0; background: none; font: inherit; }
  pre:focus-visible, .scroll:focus-visible { box-shadow: var(--wp-focus-inset); }

  .scroll { overflow-x: auto; }
  table {
    inline-size: 100%; border-collapse: collapse; font-size: var(--wp-text-sm); line-height: 1.45;
  }
  th, td {
    min-inline-size: 9ch; padding-block: 9px; padding-inline: 0 var(--wp-3); text-align: start;
    vertical-align: top; border-block-end: 1px solid var(--wp-line); overflow-wrap: break-word;
  }
  th { color: var(--wp-ink-2); font-weight: var(--wp-weight-bold); }
  :is(th, td).center { text-align: center; }
  :is(th, td).end { text-align: end; }
  :is(th, td):last-child { padding-inline-end: 0; }

  .video {
    position: relative; display: block; overflow: hidden; border: 1px solid var(--wp-line);
    border-radius: var(--wp-radius-m); background: var(--wp-sunken); color: var(--wp-ink);
    text-decoration: none; font-weight: var(--wp-weight-mid);
  }
  .video img {
    display: block; inline-size: 100%; aspect-ratio: 16 / 9; object-fit: cover; border-radius: 0;
  }
  .video .play {
    position: absolute; inset: 0 0 auto; aspect-ratio: 16 / 9; display: grid; place-items: center;
  }
  .video .play .icon {
    inline-size: 56px; block-size: 56px; padding: 16px; border-radius: 50%;
    background: var(--wp-accent-fill); color: var(--wp-on-accent);
    outline: 1px solid var(--wp-accent-edge); box-shadow: var(--wp-lift-2);
  }
  .video:not(:has(img)) .play { position: static; aspect-ratio: 3; }
  .video .title {
    display: block; padding: 10px 14px; font-size: var(--wp-text-sm);
    line-height: var(--wp-lead-sm);
  }
  .video:hover .title { text-decoration: underline; text-underline-offset: 0.18em; }
  @media (forced-colors: active) {
    .video .play .icon { outline: 1px solid CanvasText; outline-offset: -1px; }
    .tick.on { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  }
`
