import { css } from 'lit'

/** Answers stand in boxes: chosen by accent, right and missed by meaning, icon and words. */
export const quizStyles = css`
  h1 {
    font-size: var(--wp-text-lg); line-height: var(--wp-lead-lg);
    font-weight: var(--wp-weight-bold); text-wrap: pretty; outline: 0; margin-block-end: 14px;
  }
  h1:focus-visible { box-shadow: none; }
  h1:has(+ #hint) { margin-block-end: 4px; }
  #hint { margin-block-end: 14px; }
  fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  ul, .order ol { list-style: none; }
  .option {
    position: relative; display: flex; align-items: flex-start; gap: var(--wp-3); padding: 12px 14px;
    border: 1px solid var(--wp-line-strong); border-radius: var(--wp-radius-m);
    background: var(--wp-surface);
  }
  .option + .option { margin-block-start: var(--wp-2); }
  label.option { cursor: pointer; }
  label.option:hover { background: var(--wp-hover); }
  .option input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
  .option:has(:checked) {
    border-color: var(--wp-accent-text); background: var(--wp-accent-soft);
    box-shadow: inset 0 0 0 1px var(--wp-accent-text);
  }
  .option:has(input:focus-visible) { box-shadow: var(--wp-focus-ring); }
  .option.right {
    border-color: var(--wp-good); background: var(--wp-good-soft);
    box-shadow: inset 0 0 0 1px var(--wp-good);
  }
  .option.miss { border-color: var(--wp-bad); background: var(--wp-bad-soft); }
  .good { color: var(--wp-good); }
  .bad { color: var(--wp-bad); }
  .good > .icon, .bad > .icon { display: block; margin-block-start: 1px; }
  .verdict { display: block; font-weight: var(--wp-weight-mid); }
  .tick {
    display: inline-grid; place-items: center; flex: none; inline-size: 20px; block-size: 20px;
    margin-block-start: 1px; border: 1.5px solid var(--wp-line-strong);
    border-radius: var(--wp-radius-s); background: var(--wp-surface); color: transparent;
  }
  .tick.round { border-radius: 50%; }
  .tick .icon { inline-size: 14px; block-size: 14px; stroke-width: 2.4; }
  :checked ~ .tick {
    background: var(--wp-accent-fill); border-color: var(--wp-accent-edge); color: var(--wp-on-accent);
  }
  :checked ~ .round::after {
    content: ''; inline-size: 8px; block-size: 8px; border-radius: 50%; background: currentColor;
  }
  .order .option { align-items: center; padding-block: 6px; padding-inline: 6px; }
  .order .held { border-color: var(--wp-accent-text); background: var(--wp-accent-soft); }
  .order .tool + .tool { margin-inline-start: -6px; }
  .tool[aria-disabled='true'] { opacity: 0.35; cursor: default; }
  .grip {
    display: grid; place-items: center; align-self: stretch; min-inline-size: 32px; min-block-size: 32px;
    color: var(--wp-ink-3); cursor: grab; touch-action: none;
  }
  .ordered { padding-inline-start: 20px; }
  .field { display: flex; align-items: center; gap: var(--wp-3); }
  .input {
    flex: 1; min-inline-size: 0; min-block-size: 44px; margin: 0; padding: 9px 12px;
    border: 1px solid var(--wp-line-strong); border-radius: var(--wp-radius-m);
    background: var(--wp-surface); color: var(--wp-ink); appearance: none;
    font: var(--wp-weight) var(--wp-text-input) / 1.5 var(--wp-font);
  }
  .input:hover { border-color: var(--wp-ink-2); }
  .input:focus-visible {
    border-color: var(--wp-focus);
    box-shadow: 0 0 0 1px var(--wp-focus), 0 0 0 4px var(--wp-accent-soft-2);
  }
  .why:not(:empty), .body > .notice { margin-block-start: var(--wp-4); }
  .why waypost-rich-text { font: inherit; --flow: 6px; }
  .link {
    position: relative; padding: 0; border: 0; background: none; color: var(--wp-accent-text);
    text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer;
  }
  .link::after { content: ''; position: absolute; inset: -10px -6px; }
  .btn.bare {
    margin-inline-start: -12px; border-color: transparent; background: none;
    color: var(--wp-accent-text);
  }
  .btn.bare:hover { background: var(--wp-hover); }
  .btn.waits:not([aria-busy]) { padding-inline: var(--wp-4); }
  .btn.main:disabled {
    background: var(--wp-sunken); border-color: var(--wp-line); color: var(--wp-ink-off);
    cursor: default;
  }
  .empty { padding-block-start: 44px; }
  .empty .ring { --d: 84px; margin-block-end: 10px; }
  .empty .ring > svg:first-child { stroke-width: 2.6; }
  .empty .ring > b { font-size: var(--wp-text-lg); }
  .empty .ring > .icon { inline-size: 34px; block-size: 34px; }
  .empty h1 { margin: 0; }
  @media (forced-colors: active) {
    .option:has(:checked) { forced-color-adjust: none; background: Highlight; color: HighlightText; }
    .option:has(input:focus-visible), .input:focus-visible {
      outline: 3px solid Highlight; outline-offset: 2px;
    }
    .option:is(.right, .miss) { border-width: 2px; }
    :not(:checked) ~ .tick .icon { visibility: hidden; }
  }
`
