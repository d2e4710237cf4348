import { css } from 'lit'

/** One shape, four meanings; always an icon and a word beside the colour. */
export const notice = css`
  .notice {
    display: flex; gap: 10px; padding: var(--wp-3) 14px; border-radius: var(--wp-radius-m);
    border: 1px solid var(--wp-accent-line); background: var(--wp-accent-soft);
    font-size: var(--wp-text-sm); line-height: 1.54;
  }
  .notice > .icon { color: var(--wp-accent-text); }
  .notice > div { flex: 1; min-inline-size: 0; }
  .notice strong { font-weight: var(--wp-weight-bold); }
  .notice.good { background: var(--wp-good-soft); border-color: var(--wp-good-line); }
  .notice.good > .icon { color: var(--wp-good); }
  .notice.warn { background: var(--wp-warn-soft); border-color: var(--wp-warn-line); }
  .notice.warn > .icon { color: var(--wp-warn); }
  .notice.bad { background: var(--wp-bad-soft); border-color: var(--wp-bad-line); }
  .notice.bad > .icon { color: var(--wp-bad); }
  .notice.plain { background: var(--wp-sunken); border-color: transparent; }
  .notice.plain > .icon { color: var(--wp-ink-2); }
  .notice .acts { display: flex; flex-wrap: wrap; gap: var(--wp-2); margin-block-start: 10px; }
`
