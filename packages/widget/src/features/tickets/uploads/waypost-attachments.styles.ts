import { css } from 'lit'

/** Pictures and files in a message, or alone. */
export const attachments = css`
  :host { margin-block-start: 10px; }
  :host(:first-child) { margin-block-start: 0; }
  ul { display: grid; gap: var(--wp-2); list-style: none; grid-template-columns: minmax(0, 1fr); }
  .file {
    display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: 10px; align-items: center;
    min-block-size: 52px; padding: 6px 12px; border: 1px solid var(--wp-line);
    border-radius: var(--wp-radius-m); background: var(--wp-surface);
    font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
  }
  .file .icon { grid-row: span 2; color: var(--wp-ink-2); }
  .cut { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .tiny { font-size: var(--wp-text-xs); line-height: var(--wp-lead-xs); color: var(--wp-ink-3); }
  a { position: relative; border-radius: 4px; font-weight: var(--wp-weight-mid); }
  .file a::after { content: ''; position: absolute; inset-block: -10px -26px; inset-inline: -42px -12px; }
  .picture { line-height: 0; }
  .picture a { display: block; max-block-size: 240px; border-radius: var(--wp-radius-m); }
  img {
    display: block; inline-size: 100%; block-size: 100%; max-block-size: 240px; object-fit: cover;
    border-radius: var(--wp-radius-m); background: var(--wp-sunken);
    outline: 1px solid var(--wp-line); outline-offset: -1px;
  }
  .bad { color: var(--wp-bad); font-size: var(--wp-text-xs); line-height: var(--wp-lead-xs); }
  .bad:not(:empty) { margin-block-start: 6px; }
`
