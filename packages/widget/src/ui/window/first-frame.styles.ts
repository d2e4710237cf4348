import { css } from 'lit'

/** What is in a panel from the first moment: head and page. */
export const firstFrame = css`
  .frame { position: relative; display: flex; flex-direction: column; block-size: 100%; }
  .head {
    flex: none; display: flex; align-items: center; gap: var(--wp-1); min-block-size: 56px;
    padding: 6px var(--wp-2); border-block-end: 1px solid var(--wp-line);
    background: var(--wp-surface);
  }
  .head .tool { inline-size: 44px; block-size: 44px; border-radius: var(--wp-radius-m); }
  .head .tool::after { content: none; }
  .title { flex: 1; min-inline-size: 0; padding-inline: var(--wp-1); }
  .title:first-child { padding-inline-start: var(--wp-3); }
  .head.bare {
    position: absolute; inset-block-start: 0; inset-inline: 0; z-index: var(--wp-z-menu);
    border: 0; background: none; pointer-events: none;
  }
  .head.bare .tool { pointer-events: auto; }

  .page { position: relative; flex: 1; min-block-size: 0; display: flex; flex-direction: column; overflow: hidden auto; }
  .page > :not([hidden]) {
    flex: 1; min-block-size: 0; animation: come var(--wp-base) var(--wp-out);
  }
  @keyframes come {
    from { opacity: 0; translate: calc(var(--come, var(--wp-shift)) * var(--way, 1)) 0; }
  }
`
