import { css } from 'lit'

export const finishedStyles = css`
  .empty { padding-block-start: 44px; }
  .empty .ring { --d: 84px; margin-block-end: 10px; }
  .ring > svg:first-child { stroke-width: 2.6; }
  .ring > .icon { inline-size: 34px; block-size: 34px; }
  .empty h1 { font-size: var(--wp-text-xl); line-height: var(--wp-lead-xl); outline: 0; }
  .empty h1:focus-visible { box-shadow: none; }
  .acts { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--wp-2); }
  .row .small { flex: none; }
`
