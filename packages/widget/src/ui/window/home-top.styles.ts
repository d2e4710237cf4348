import { css } from 'lit'

/** The brand as a wash, the question, and the field: what stands there from the first moment. */
export const homeTop = css`
  :host { background: var(--wp-ground); }
  .scroll {
    flex: 1; min-block-size: 0; overflow: hidden auto; overscroll-behavior: contain;
    scroll-padding-block: 64px 12px;
    scrollbar-width: thin; scrollbar-color: var(--wp-line) transparent;
  }
  .wash {
    position: absolute; inset-block-start: 0; inset-inline: 0; block-size: 210px; overflow: hidden;
    background: linear-gradient(var(--wp-accent-soft) 35%, var(--wp-ground));
  }
  .top { position: relative; padding-block-start: 8px; }
  .brand {
    position: relative; display: flex; align-items: center; gap: 10px; min-block-size: 44px;
    padding: 0 var(--wp-gutter); padding-inline-end: 60px;
    font-weight: var(--wp-weight-bold);
  }
  .greet { position: relative; padding: 10px var(--wp-gutter) 12px; }
  .greet h1 {
    font-size: var(--wp-text-2xl); line-height: var(--wp-lead-2xl);
    font-weight: var(--wp-weight-bold); text-wrap: balance; outline: 0;
  }
  .greet h1:focus-visible { box-shadow: none; }
  .greet h1:dir(ltr) { letter-spacing: var(--wp-track-tight); }
  .dock {
    position: sticky; inset-block-start: 0; z-index: var(--wp-z-sticky); padding: 4px var(--wp-gutter);
    border-block-end: 1px solid transparent; transition: padding var(--wp-base) var(--wp-out);
  }
  kbd {
    margin-inline-end: var(--wp-2); padding: 0 6px; border: 1px solid var(--wp-line);
    border-radius: var(--wp-radius-s); color: var(--wp-ink-3); font: 500 12px/18px var(--wp-font);
  }
  @media (pointer: coarse) { kbd { display: none; } }
  @media (forced-colors: active) {
    .dock:not(.docked *) { border: 0; }
  }
`
