import { css } from 'lit'

/** The list stands on the ground, its cards on the surface; a chip says whose turn it is. */
export const requests = css`
  .body { background: var(--wp-ground); }
  .trouble { margin-block-end: var(--wp-5); }
  .line { display: flex; align-items: center; gap: var(--wp-2); min-inline-size: 0; }
  .line + .line { margin-block-start: 4px; }
  .mid { font-weight: var(--wp-weight-mid); }
  time { flex: none; }
  .unread {
    inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--wp-accent-text);
  }
  .card { box-shadow: var(--wp-lift-1); }
  .chip {
    display: inline-flex; align-items: center; gap: 5px; min-block-size: 22px; padding: 2px 8px;
    border-radius: var(--wp-radius-s); background: var(--wp-press); color: var(--wp-ink-2);
    font: var(--wp-weight-mid) var(--wp-text-xs) / 1.34 var(--wp-font);
  }
  .reply { background: var(--wp-accent-soft-2); color: var(--wp-ink); }
  .waiting { background: var(--wp-warn-soft); color: var(--wp-warn); }
  .solved { background: var(--wp-good-soft); color: var(--wp-good); }
  .closed { background: none; padding-inline: 0; color: var(--wp-ink-3); }
  .next { display: grid; gap: var(--wp-3); justify-items: center; margin-block-start: var(--wp-4); }
  .empty { padding-block-start: 72px; }
  .bones { display: grid; gap: 12px; padding: 16px 14px; }
  .bones + .bones { border-block-start: 1px solid var(--wp-line); }
  @media (forced-colors: active) {
    .unread { forced-color-adjust: none; background: CanvasText; }
  }
`
