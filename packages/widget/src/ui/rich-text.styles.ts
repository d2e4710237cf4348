import { css } from 'lit'

/** Prose: set for reading in one column, numbers hang in the margin, wide things scroll alone. */
export const richText = css`
  :host { --flow: 14px; max-inline-size: var(--wp-measure); line-height: 1.6; }
  :host > * + *, blockquote > * + *, li:not(.task) > * + * { margin-block-start: var(--flow); }
  .tight > li:not(.task) > * + * { margin-block-start: 6px; }
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
  blockquote {
    padding-inline-start: var(--wp-4); border-inline-start: 3px solid var(--wp-line);
    color: var(--wp-ink-2);
  }
  hr { block-size: 1px; margin-block: 26px; border: 0; background: var(--wp-line); }
  code {
    padding: 1px 5px; border: 1px solid var(--wp-line); border-radius: var(--wp-radius-s);
    background: var(--wp-sunken); font: 0.88em/1.5 var(--wp-font-mono);
  }
  img {
    max-inline-size: 100%; block-size: auto; border-radius: var(--wp-radius-m);
    vertical-align: middle;
  }
  .link { text-decoration-line: underline; cursor: pointer; }
  :is(a, h1, h2, h3, h4, h5, h6):focus-visible { border-radius: 3px; }

  @media (forced-colors: active) {
    hr { background: CanvasText; }
  }
`
