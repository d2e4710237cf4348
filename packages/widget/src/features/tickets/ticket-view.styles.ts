import { css } from 'lit'

/** The conversation and the place where one writes. */
export const ticketStyles = css`
  .face {
    --hue: 190; display: inline-grid; place-items: center; flex: none; inline-size: 32px;
    block-size: 32px; border-radius: 50%; box-shadow: 0 0 0 4px var(--wp-surface);
    background: oklch(0.88 0.05 var(--hue)); color: oklch(0.33 0.06 var(--hue));
    font: var(--wp-weight-bold) 12px / 1 var(--wp-font);
  }
  .face.h0 { --hue: 190; } .face.h1 { --hue: 40; } .face.h2 { --hue: 300; }
  .face.h3 { --hue: 150; } .face.h4 { --hue: 250; } .face.h5 { --hue: 90; }
  .face .icon { inline-size: 18px; block-size: 18px; }
  .who {
    display: flex; flex-wrap: wrap; align-items: center; column-gap: var(--wp-2);
    min-block-size: 22px; margin-block-end: 4px; padding-block-start: 4px;
  }
  .who strong { font-weight: var(--wp-weight-bold); font-size: var(--wp-text-sm); }
  :is(.who, .event) :is(time, .state) { color: var(--wp-ink-3); font-size: var(--wp-text-xs); }
  .who .bad { color: var(--wp-bad); font-weight: var(--wp-weight-mid); }
  .event { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 8px; }
  .event waypost-rich-text { font: inherit; color: inherit; }
  .said {
    padding: 10px 14px; border: 1px solid var(--wp-line); border-radius: var(--wp-radius-l); border-start-start-radius: 4px;
    background: var(--wp-surface);
  }
  .mine .said { background: var(--wp-accent-soft); border-color: transparent; }
  .said.plain { white-space: pre-wrap; line-height: 1.6; }
  .said waypost-rich-text { --flow: 8px; }
  .unsent .said {
    border: 1px dashed var(--wp-line-strong); background: none; color: var(--wp-ink-2);
  }
  .retry { display: flex; gap: var(--wp-4); margin-block-start: 6px; font-size: var(--wp-text-sm); }
  .link {
    position: relative; min-block-size: 24px; padding: 0; border: 0; background: none;
    color: var(--wp-accent-text); font-weight: var(--wp-weight-mid);
    text-decoration: underline 1px; text-underline-offset: 0.18em; cursor: pointer;
  }
  .link::after { content: ''; position: absolute; inset: -8px; }
  .bones { display: grid; gap: 10px; margin-block-end: 28px; padding-inline-start: 44px; }

  .foot.write {
    position: relative; display: grid; grid-template-columns: minmax(0, 1fr);
    gap: var(--wp-2); padding: 10px 12px max(12px, env(safe-area-inset-bottom));
  }
  .foot > .btn { flex: none; }
  .foot.over { flex-wrap: wrap; justify-content: flex-end; }
  .foot.over > .grow { flex: 1 1 150px; }
  .foot strong { font-weight: var(--wp-weight-bold); color: var(--wp-ink); }
  .line { display: flex; align-items: center; gap: var(--wp-3); padding-inline: 8px 0; }
  .why {
    display: flex; gap: 6px; padding-inline: 8px; color: var(--wp-bad);
    font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm); font-weight: var(--wp-weight-mid);
  }
  .missed {
    position: absolute; inset-block-end: calc(100% + var(--wp-3)); inset-inline: 0;
    inline-size: fit-content; max-inline-size: calc(100% - 24px); margin-inline: auto;
    border-color: var(--wp-accent-text); border-radius: var(--wp-radius-full);
    color: var(--wp-accent-text); box-shadow: var(--wp-lift-2);
    font-size: var(--wp-text-sm);
  }
  .composer {
    border: 1px solid var(--wp-line-strong); border-radius: var(--wp-radius-l); background: var(--wp-surface);
  }
  .composer:hover { border-color: var(--wp-ink-3); }
  .composer:has(textarea:focus-visible) {
    border-color: var(--wp-focus);
    box-shadow: 0 0 0 1px var(--wp-focus), 0 0 0 4px var(--wp-accent-soft-2);
  }
  .composer .why { padding: 10px 14px 0; }
  textarea {
    display: block; inline-size: 100%; min-block-size: 40px; max-block-size: 168px;
    padding: 11px 14px 4px; border: 0; background: none; color: inherit; resize: none;
    field-sizing: content; outline: 0; scrollbar-width: thin;
    font: var(--wp-weight) var(--wp-text-input) / 1.5 var(--wp-font);
  }
  textarea:focus-visible { box-shadow: none; outline: 0; }
  textarea::placeholder { color: var(--wp-ink-3); opacity: 1; }
  .tools {
    display: flex; align-items: center; justify-content: space-between; gap: var(--wp-2);
    padding: 0 4px 4px 14px; padding-inline: 14px 4px;
  }
  .settle {
    display: inline-flex; align-items: center; gap: 6px; min-block-size: 32px;
    margin-inline-start: -8px; padding: 3px 8px; border: 0; border-radius: var(--wp-radius-m); background: none;
    color: var(--wp-accent-text); font-size: var(--wp-text-sm); line-height: var(--wp-lead-sm);
    font-weight: var(--wp-weight-mid); text-align: start; cursor: pointer;
  }
  .settle:hover { background: var(--wp-hover); }
  .sendbtn {
    position: relative; display: grid; place-items: center; flex: none; inline-size: 36px;
    block-size: 36px; margin: 4px; padding: 0; border: 1px solid var(--wp-accent-edge);
    border-radius: var(--wp-radius-m); background: var(--wp-accent-fill); color: var(--wp-on-accent);
    cursor: pointer; transition: background var(--wp-fast);
  }
  .sendbtn::after { content: ''; position: absolute; inset: -4px; }
  .sendbtn:hover { background: var(--wp-accent-fill-hover); }
  .sendbtn:disabled {
    background: var(--wp-sunken); border-color: var(--wp-line); color: var(--wp-ink-off);
    cursor: default;
  }
  @media (pointer: coarse) { .settle { min-block-size: 44px; } }
  @media (forced-colors: active) {
    .said, .face, .notice { outline: 1px solid CanvasText; outline-offset: -1px; }
    .composer:has(textarea:focus-visible) { outline: 3px solid Highlight; outline-offset: 2px; }
  }
`
