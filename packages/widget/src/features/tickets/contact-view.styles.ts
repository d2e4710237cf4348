import { css } from 'lit'

/** The form's own: the team's hours, its notices, its foot. */
export const contact = css`
  .body { position: relative; }
  .hours { display: flex; gap: var(--wp-2); line-height: 1.54; }
  .hours::before {
    content: ''; flex: none; inline-size: 8px; block-size: 8px; margin-block-start: 6px;
    border-radius: 50%; background: var(--wp-good);
  }
  .unsure { visibility: hidden; }
  .summary, .unsent, .input, .field input { scroll-margin: 96px 0 var(--wp-5); }
  .summary, .unsent { scroll-margin-block-start: var(--wp-5); }
  .kept { display: flex; align-items: center; gap: var(--wp-2); }
  .kept .icon { inline-size: 16px; stroke-width: 1.7; color: var(--wp-good); }
  .foot .btn { flex: none; }
  @media (forced-colors: active) {
    .hours::before { forced-color-adjust: none; background: CanvasText; }
  }
`
