import { css } from 'lit'
import { tick } from './tick.styles.js'

/** Of what a site asks besides: choices in sight and in a list, ticks, and what cannot be changed. */
export const siteStyles = [
  tick,
  css`
  .group { gap: 6px; }
  .group > .kinds { margin-block-start: 2px; }
  .group > legend { margin-block-end: 6px; }
  .input[dir='ltr']:dir(rtl) { text-align: end; }
  input[type='date'] { cursor: text; }
  .select { position: relative; display: block; }
  .select .input { padding-inline-end: 40px; text-overflow: ellipsis; cursor: pointer; }
  .select .icon {
    position: absolute; inset-block-start: calc(50% - 8px); inset-inline-end: 14px;
    color: var(--wp-ink-2); pointer-events: none;
  }
  .kind:has([aria-invalid]):not(:has(:checked)) { border-color: var(--wp-bad); }
  .orders { grid-template-columns: minmax(0, 1fr); }
  .orders .second { font-weight: var(--wp-weight); }
  .order-card {
    padding: 10px var(--wp-3); border: 1px solid var(--wp-line); border-radius: var(--wp-radius-m);
    background: var(--wp-sunken);
  }
  .order-card .two { display: grid; }
  .hours.shut::before { background: none; box-shadow: inset 0 0 0 2px var(--wp-ink-3); }
  .hours strong { color: var(--wp-ink); font-weight: var(--wp-weight-bold); }
  .privacy { inline-size: fit-content; line-height: 24px; }
`,
]
