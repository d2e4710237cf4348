import { css } from 'lit'
import { firstFrame } from '../ui/window/first-frame.styles.js'

/** What is in a panel, be that a window or in the page: head, page, and footing. */
export const frame = [
  firstFrame,
  css`
  .title > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; outline: 0; }
  .name { font-weight: var(--wp-weight-bold); }
  .name:focus-visible { box-shadow: none; }
  .tiny { font-size: var(--wp-text-xs); line-height: var(--wp-lead-xs); color: var(--wp-ink-3); }
  .alone { font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm); color: var(--wp-ink-2); }
  slot img { block-size: 28px; max-inline-size: 50%; object-fit: contain; }
  .page > [hidden] { display: none; }
  .page[data-motion='back'] { --come: calc(-1 * var(--wp-shift)); }
  .page[data-motion='none'] > :not([hidden]) { animation: none; }
  .page:dir(rtl) { --way: -1; }
  .waiting { display: grid; gap: var(--wp-4); align-content: start; padding: 28px var(--wp-gutter); }
  .pad { padding: var(--wp-5) var(--wp-gutter); }

  .foot {
    flex: none; display: flex; gap: var(--wp-1);
    padding: 0 var(--wp-2); border-block-start: 1px solid var(--wp-line);
    padding-block-end: env(safe-area-inset-bottom); background: var(--wp-surface);
  }
  .place {
    position: relative; display: grid; justify-items: center; align-content: center; gap: 3px;
    flex: 1 1 0; min-inline-size: 0; min-block-size: 60px; padding: 0 2px; border: 0; border-radius: var(--wp-radius-m);
    background: none; color: var(--wp-ink-2); cursor: pointer; text-align: center;
    font: var(--wp-weight-mid) var(--wp-text-xs) / 1.34 var(--wp-font);
  }
  .place > * { min-inline-size: 0; max-inline-size: 100%; }
  .place:hover { color: var(--wp-ink); }
  .place[aria-current] { color: var(--wp-accent-text); font-weight: var(--wp-weight-bold); }
  .place[aria-current]::before {
    content: ''; position: absolute; inset-block-start: -1px; inline-size: 28px; block-size: 3px;
    border-radius: 0 0 3px 3px; background: var(--wp-accent-text);
  }
  .place:focus-visible { box-shadow: var(--wp-focus-inset); }
  .place.ask {
    display: flex; align-items: center; justify-content: center; gap: 6px; flex-grow: 1.35;
    min-block-size: 44px;
    margin: var(--wp-2) var(--wp-1); padding-inline: var(--wp-2); background: var(--wp-accent-soft);
    color: var(--wp-accent-text); font-size: var(--wp-text-sm);
    font-weight: var(--wp-weight-bold);
  }
  .place.ask:hover { background: var(--wp-accent-soft-2); }
  .place.ask[aria-current]::before { content: none; }

  @media (forced-colors: active) {
    .place[aria-current] {
      forced-color-adjust: none; background: Highlight; color: HighlightText;
    }
    .place[aria-current]::before { background: HighlightText; }
    .place:focus-visible { outline-offset: -3px; }
  }
`,
]
