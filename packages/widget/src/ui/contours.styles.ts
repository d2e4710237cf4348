import { css } from 'lit'

export const contoursStyles = css`
  .contours {
    position: absolute; inset-block-start: 0; inset-inline-end: 0; inline-size: 300px;
    block-size: min(100%, 210px); fill: none; stroke: var(--wp-accent-line); opacity: 0.8;
    mask-composite: intersect;
    mask-image: linear-gradient(#000 30%, transparent 92%),
      linear-gradient(to left, #000 30%, transparent);
  }
  .contours:dir(rtl) { transform: scaleX(-1); }
  @media (forced-colors: active) {
    .contours { display: none; }
  }
`
