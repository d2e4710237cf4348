import { css } from 'lit'

/** The field, which docks into the head as one scrolls, and what is below it. */
export const home = css`
  .brand ::slotted(*) { block-size: 28px; }
  .dock .find { transition: min-block-size var(--wp-base) var(--wp-out); }
  .docked .dock {
    padding-block: 6px; padding-inline: var(--wp-3) 56px; background: var(--wp-surface);
    border-block-end-color: var(--wp-line);
  }
  .docked .find { min-block-size: 44px; }
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
`
