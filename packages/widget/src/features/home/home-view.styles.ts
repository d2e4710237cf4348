import { css } from 'lit'

/** The brand as a wash, the question, and the field, which docks into the head as one scrolls. */
export const home = css`
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
  .brand ::slotted(*) { block-size: 28px; }
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
  .dock .find { transition: min-block-size var(--wp-base) var(--wp-out); }
  .docked .dock {
    padding-block: 6px; padding-inline: var(--wp-3) 56px; background: var(--wp-surface);
    border-block-end-color: var(--wp-line);
  }
  .docked .find { min-block-size: 44px; }
  kbd {
    margin-inline-end: var(--wp-2); padding: 0 6px; border: 1px solid var(--wp-line);
    border-radius: var(--wp-radius-s); color: var(--wp-ink-3); font: 500 12px/18px var(--wp-font);
  }
  @media (pointer: coarse) { kbd { display: none; } }
  .sections { position: relative; padding: var(--wp-4) var(--wp-gutter) var(--wp-5); }
  .sections > .notice { margin-block-end: var(--wp-5); background: var(--wp-surface); }
  .card { box-shadow: var(--wp-lift-1); }
  .waiting { display: grid; gap: var(--wp-2); }
  .waiting .card { display: grid; }
  .waiting .row { cursor: default; }
  .chip {
    display: inline-flex; align-items: center; min-block-size: 22px; padding: 2px var(--wp-2);
    border-radius: var(--wp-radius-s); background: var(--wp-press); color: var(--wp-ink-2);
    font: var(--wp-weight-mid) var(--wp-text-xs) / 1.34 var(--wp-font);
  }
  .chip.pending { background: var(--wp-warn-soft); color: var(--wp-warn); }
  .chip.reply { background: var(--wp-accent-soft-2); color: var(--wp-ink); }
  .facts { display: flex; flex-wrap: wrap; align-items: center; gap: 2px var(--wp-2); }
  .ask > .icon:first-child { color: var(--wp-accent-text); }
  .first:not(:hover) { background: var(--wp-accent-soft); border-color: var(--wp-accent-line); }
  @media (forced-colors: active) {
    .dock:not(.docked *) { border: 0; }
  }
`
