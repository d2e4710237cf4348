import { css } from 'lit'

/** The form's own: the team's hours, its notices, its foot, and the moment of arrival. */
export const contact = css`
  .hours {
    display: flex; align-items: flex-start; gap: var(--wp-2); color: var(--wp-ink-2);
    font-size: var(--wp-text-sm); line-height: 1.54;
  }
  .hours .dot {
    flex: none; inline-size: 8px; block-size: 8px; margin-block-start: 6px; border-radius: 50%;
    background: var(--wp-good);
  }
  .link {
    padding: 0; border: 0; background: none; color: var(--wp-accent-text);
    font-weight: var(--wp-weight-mid); text-decoration: underline 1px;
    text-underline-offset: 0.18em; cursor: pointer; min-block-size: 24px;
  }
  .summary:focus { outline: 2px solid transparent; box-shadow: var(--wp-focus-ring); }
  .fixes { padding-inline-start: 18px; }
  .fixes a { line-height: 24px; font-weight: var(--wp-weight-mid); }
  .suggestions { margin-block-start: -4px; animation: come var(--wp-base) var(--wp-out); }
  .kept { display: flex; align-items: center; gap: var(--wp-2); }
  .kept .good { display: flex; color: var(--wp-good); }
  .foot .btn { flex: none; }
  .foot.ends { justify-content: space-between; }
  .foot.ends .btn { flex: 0 1 auto; }
  .btn.bare {
    margin-inline-start: -12px; padding-inline: 12px; border-color: transparent; background: none;
    color: var(--wp-accent-text);
  }
  .btn.bare:hover { background: var(--wp-hover); }

  .arrived {
    position: relative; overflow: hidden; padding: 28px var(--wp-gutter) 26px;
    background: linear-gradient(var(--wp-accent-soft), var(--wp-surface));
  }
  .arrived h2 {
    font-size: var(--wp-text-xl); line-height: var(--wp-lead-xl);
    font-weight: var(--wp-weight-bold); outline: 0;
  }
  .arrived h2:focus-visible { box-shadow: none; }
  .arrived > :not(.contours) { position: relative; }
  .contours {
    position: absolute; inset-block-start: 0; inset-inline-end: 0; inline-size: 300px;
    block-size: min(100%, 210px); fill: none; stroke: var(--wp-accent-line); stroke-width: 1;
    pointer-events: none; opacity: 0.8; mask-composite: intersect;
    mask-image: linear-gradient(#000 30%, transparent 92%),
      linear-gradient(to left, #000 30%, transparent);
  }
  .contours:dir(rtl) { transform: scaleX(-1); }
  .arrived :is(strong, .strong), .trail .strong { font-weight: var(--wp-weight-bold); }
  .trail { margin-inline: var(--wp-gutter); padding-block-end: var(--wp-5); }
  .ahead { color: var(--wp-ink-2); font-weight: var(--wp-weight-mid); }
  @keyframes come { from { opacity: 0; translate: 0 var(--wp-shift); } }
  @media (forced-colors: active) {
    .contours { display: none; }
    .notice { outline: 1px solid CanvasText; outline-offset: -1px; }
    .hours .dot { forced-color-adjust: none; background: CanvasText; }
  }
`
