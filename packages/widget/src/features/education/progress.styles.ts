import { css } from 'lit'

/** How far one is: `.ring` around a number, `.meter` along a line. They move to what is new. */
export const progress = css`
  .ring {
    position: relative; display: inline-grid; place-items: center; flex: none;
    color: var(--wp-accent-text);
  }
  .ring > svg:first-child {
    inline-size: var(--d, 52px); block-size: var(--d, 52px); rotate: -90deg; fill: none;
    stroke-width: 4; stroke: currentColor;
  }
  .bed { opacity: 0.22; }
  .gone { stroke-linecap: round; transition: stroke-dasharray var(--wp-slow) var(--wp-out); }
  .ring > :is(b, .icon) {
    position: absolute; font: var(--wp-weight-bold) var(--wp-text-sm) / 1 var(--wp-font);
  }
  .ring:dir(rtl) > svg:first-child { scale: 1 -1; }
  .meter {
    display: block; block-size: 4px; border-radius: 2px; background: var(--wp-press);
    overflow: hidden;
  }
  .meter > i {
    display: block; block-size: 100%; inline-size: var(--at, 0); border-radius: 2px;
    background: var(--wp-accent-edge); transition: inline-size var(--wp-base) linear;
  }
  .meter.fat { block-size: 6px; border-radius: 3px; }
  .meter.edge { flex: none; block-size: 3px; margin-block-start: -1px; border-radius: 0; }
  .dots > * + *::before { content: ' · '; }
  @media (forced-colors: active) {
    .meter { outline: 1px solid CanvasText; outline-offset: -1px; }
    .meter > i { forced-color-adjust: none; background: CanvasText; }
  }
`
