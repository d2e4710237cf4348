import { css } from 'lit'

/**
 * A page of the panel: `.body` scrolls, `.foot` holds the one next step. Put `.strip` between the
 * head and the body for a notice over the whole width.
 */
export const page = css`
  :host { display: flex; flex-direction: column; flex: 1; min-block-size: 0; }
  .body {
    flex: 1; min-block-size: 0; overflow: hidden auto; overscroll-behavior: contain;
    padding: var(--wp-5) var(--wp-gutter); scrollbar-width: thin;
    scrollbar-color: var(--wp-line) transparent;
  }
  .body.flush { padding: 0; }
  .body:focus-visible { box-shadow: var(--wp-focus-inset); }
  .foot {
    flex: none; display: flex; align-items: center; gap: var(--wp-3); min-block-size: 64px;
    padding: var(--wp-3) var(--wp-gutter); border-block-start: 1px solid var(--wp-line);
    background: var(--wp-surface);
    padding-block-end: max(var(--wp-3), env(safe-area-inset-bottom));
  }
  .strip {
    flex: none; border-radius: 0; border-width: 0 0 1px; padding-inline: var(--wp-gutter);
  }
  .grow { flex: 1; min-inline-size: 0; }
  .small { font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm); }
  .tiny { font-size: var(--wp-text-xs); line-height: var(--wp-lead-xs); }
  .second { color: var(--wp-ink-2); }
  .quiet { color: var(--wp-ink-3); }
  .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-inline-size: 0; }
`
