import { css } from 'lit'

/** The moment of arrival: the brand as a wash, a reference, what comes next. */
export const sent = css`
  .arrived {
    position: relative; overflow: hidden; padding: 28px var(--wp-gutter) 26px;
    background: linear-gradient(var(--wp-accent-soft), var(--wp-surface));
  }
  .arrived > * { position: relative; }
  .arrived h2 {
    font-size: var(--wp-text-xl); line-height: var(--wp-lead-xl);
    font-weight: var(--wp-weight-bold); outline: 0; box-shadow: none;
  }
  .contours {
    position: absolute; inset-block-start: 0; inset-inline-end: 0; inline-size: 300px;
    block-size: min(100%, 210px); fill: none; stroke: var(--wp-accent-line); opacity: 0.8;
    mask-composite: intersect;
    mask-image: linear-gradient(#000 30%, transparent 92%),
      linear-gradient(to left, #000 30%, transparent);
  }
  .contours:dir(rtl) { transform: scaleX(-1); }
  strong, .strong { font-weight: var(--wp-weight-bold); }
  .trail { margin-inline: var(--wp-gutter); padding-block-end: var(--wp-5); }
  .ahead { color: var(--wp-ink-2); font-weight: var(--wp-weight-mid); }
  .ends { justify-content: space-between; }
  .ends .btn { flex: 0 1 auto; }
  .btn.bare {
    margin-inline-start: -12px; padding-inline: 12px; border-color: transparent;
    color: var(--wp-accent-text);
  }
  .bare:not(:hover) { background: none; }
  @media (forced-colors: active) {
    .contours { display: none; }
  }
`
