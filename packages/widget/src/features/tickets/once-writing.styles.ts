import { css } from 'lit'

/** What is wrong, and what may answer: both come once somebody writes. */
export const onceWriting = css`
  .fixes { padding-inline-start: 18px; }
  .fixes a { line-height: 24px; font-weight: var(--wp-weight-mid); }
  .suggestions { margin-block-start: -4px; animation: come var(--wp-base) var(--wp-out); }
  .suggested .acts { margin-block-start: var(--wp-2); }
  @keyframes come { from { opacity: 0; translate: 0 var(--wp-shift); } }
  .summary:focus { outline: 2px solid transparent; box-shadow: var(--wp-focus-ring); }
`
