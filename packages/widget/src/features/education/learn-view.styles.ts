import { css } from 'lit'

/** The page stands on the ground, its cards on the surface. */
export const learn = css`
  .body { background: var(--wp-ground); }
  .card { box-shadow: var(--wp-lift-1); }
  .running { gap: var(--wp-4); padding: var(--wp-4); }
  .running + .running { margin-block-start: var(--wp-3); }
  .running + .sec, .notice + * { margin-block-start: var(--wp-5); }
  .row.top { align-items: flex-start; padding-block: 12px; }
  .row.top .two { gap: 4px; }
  .row .meter { margin-block-start: 6px; }
  .mid { font-weight: var(--wp-weight-mid); }
  .good { color: var(--wp-good); }
  .good .icon { margin-inline-end: 4px; vertical-align: -3px; }
`
