import { css } from 'lit'

/**
 * In the page: as wide as its place, as high as its content, or as high as the page says. Where the
 * page gives it a height, the content scrolls in it.
 */
export const inline = css`
  :host { display: flex; flex-direction: column; }
  .frame {
    /* What the page says of all elements is inherited into here: nothing of it but light and dark. */
    all: initial; color-scheme: inherit;
    position: relative; display: flex; flex-direction: column; flex: 1 1 auto;
    inline-size: 100%; block-size: auto; min-block-size: 0;
    overflow: clip; isolation: isolate; -webkit-font-smoothing: antialiased;
    border: 1px solid var(--wp-line); border-radius: var(--wp-radius-l);
    background: var(--wp-surface); color: var(--wp-ink); text-align: start; overflow-wrap: anywhere;
    font: var(--wp-weight) var(--wp-text-md) / var(--wp-lead-md) var(--wp-font);
    font-variant-numeric: tabular-nums;
  }
  .frame:focus-visible { box-shadow: var(--wp-focus-inset); }
  .head .tool.wide {
    display: flex; align-items: center; gap: var(--wp-1); inline-size: auto;
    padding-inline: var(--wp-2) var(--wp-3); font-weight: var(--wp-weight-mid);
  }
  .head.bare { inset-inline-end: auto; }
  .title.solo { padding-inline-start: calc(var(--wp-gutter) - var(--wp-2)); }
  .name { white-space: normal; }
  .solo .name {
    font-size: var(--wp-text-lg); line-height: var(--wp-lead-lg);
  }
  .waiting { inline-size: 100%; }
  @media print { .foot, .head .tool { display: none; } .frame { border: 0; } }
`
