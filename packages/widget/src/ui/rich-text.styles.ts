import { css } from 'lit'

/** Prose: set for reading in one column, numbers hang in the margin, wide things scroll alone. */
export const richText = css`
  :host { --flow: 14px; max-inline-size: var(--wp-measure); line-height: 1.6; }
  :host > * + *, blockquote > * + *, li:not(.task) > * + *, .task > div > * + * {
    margin-block-start: var(--flow);
  }
  .flow > * + *, .tight > li:not(.task) > * + *, .tight > .task > div > * + * {
    margin-block-start: 6px;
  }
  h1, h2, h3, h4, h5, h6 { font-weight: var(--wp-weight-bold); text-wrap: balance; }
  h1 {
    font-size: var(--wp-text-xl); line-height: var(--wp-lead-xl);
    letter-spacing: var(--wp-track-tight);
  }
  h2 { font-size: var(--wp-text-lg); line-height: var(--wp-lead-lg); }
  h3, h4 { font-size: var(--wp-text-md); line-height: var(--wp-lead-md); }
  h5, h6 { font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm); color: var(--wp-ink-2); }
  :host > * + :is(h1, h2) { margin-block-start: 26px; }
  :host > * + :is(h3, h4, h5, h6) { margin-block-start: 20px; }
  :host > :is(h1, h2, h3, h4, h5, h6) + * { margin-block-start: var(--wp-2); }
  strong { font-weight: var(--wp-weight-bold); }

  ul, ol { padding-inline-start: 22px; }
  li + li { margin-block-start: var(--flow); }
  .tight > li + li { margin-block-start: 6px; }
  li::marker { color: var(--wp-ink-3); font-weight: var(--wp-weight-mid); }
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

  blockquote {
    padding-inline-start: var(--wp-4); border-inline-start: 3px solid var(--wp-line);
    color: var(--wp-ink-2);
  }
  hr { block-size: 1px; margin-block: 26px; border: 0; background: var(--wp-line); }
  code {
    padding: 1px 5px; border: 1px solid var(--wp-line); border-radius: var(--wp-radius-s);
    background: var(--wp-sunken); font: 0.88em/1.5 var(--wp-font-mono);
  }
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

  img {
    max-inline-size: 100%; block-size: auto; border-radius: var(--wp-radius-m);
    vertical-align: middle;
  }
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
  .link {
    display: inline; padding: 0; border: 0; background: none; color: var(--wp-accent-text);
    text-align: start; text-decoration: underline 1px; text-underline-offset: 0.18em;
    text-decoration-color: color-mix(in oklab, currentColor 45%, transparent); cursor: pointer;
  }
  .link:hover { text-decoration-color: currentColor; }
  :is(a, .link, h1, h2, h3, h4, h5, h6):focus-visible { border-radius: 3px; }

  @media (forced-colors: active) {
    .video .play .icon { outline: 1px solid CanvasText; outline-offset: -1px; }
    .tick.on { forced-color-adjust: none; background: Highlight; color: HighlightText; }
    hr { background: CanvasText; }
  }
`
