import { css } from 'lit'

/** The conversation and the place where one writes. */
export const ticketStyles = css`
  .face {
    --hue: 190; display: grid; place-items: center; inline-size: 32px; block-size: 32px;
    border-radius: 50%; box-shadow: 0 0 0 4px var(--wp-surface);
    background: oklch(0.88 0.05 var(--hue)); color: oklch(0.33 0.06 var(--hue));
    font: var(--wp-weight-bold) 12px / 1 var(--wp-font);
  }
  .h1 { --hue: 40; } .h2 { --hue: 300; } .h3 { --hue: 150; } .h4 { --hue: 250; } .h5 { --hue: 90; }
  .face .icon { inline-size: 18px; }
  .who, .event { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: var(--wp-2); }
  .who { padding-block: 4px; }
  strong { font-weight: var(--wp-weight-bold); font-size: var(--wp-text-sm); color: var(--wp-ink); }
  time, .state { color: var(--wp-ink-3); font-size: var(--wp-text-xs); }
  .state.bad { color: var(--wp-bad); font-weight: var(--wp-weight-mid); }
  .event waypost-rich-text { font: inherit; color: inherit; }
  .said {
    padding: 10px 14px; border: 1px solid var(--wp-line); border-radius: var(--wp-radius-l);
    border-start-start-radius: 4px; background: var(--wp-surface);
  }
  .mine .said { background: var(--wp-accent-soft); border-color: transparent; }
  .said.plain { white-space: pre-wrap; line-height: 1.6; }
  .said waypost-rich-text { --flow: 8px; }
  .along { display: block; margin-block-start: 6px; color: var(--wp-ink-2); }
  .along::before { content: '＋ '; }
  .unsent .said {
    border: 1px dashed var(--wp-line-strong); background: none; color: var(--wp-ink-2);
  }
  .said + p { margin-block-start: 6px; }
  .retry { display: flex; gap: var(--wp-4); margin-block-start: 6px; }
  .trail > .since {
    display: flex; align-items: center; gap: 10px; padding: 0 0 12px; color: var(--wp-accent-text);
    background: var(--wp-surface); font: var(--wp-weight-bold) var(--wp-text-xs) / 1.34 var(--wp-font);
  }
  .trail > .since::before, .trail > .since::after {
    content: ''; position: static; flex: 1; inline-size: auto; block-size: 1px;
    background: var(--wp-accent-line);
  }
  .notices { display: block; padding-block-start: 12px; padding-inline-start: 44px; }
  .bones { display: grid; gap: 10px; margin-block-end: 28px; padding-inline-start: 44px; }

  .foot.write {
    position: relative; display: grid; grid-template-columns: minmax(0, 1fr);
    gap: var(--wp-2); padding: 10px 12px max(12px, env(safe-area-inset-bottom));
  }
  .foot > .btn { flex: none; }
  .over { flex-wrap: wrap; justify-content: flex-end; }
  .over > .grow { flex: 1 1 150px; }
  .line, .tools { display: flex; align-items: center; gap: var(--wp-3); }
  .line { padding-inline-start: 8px; }
  .write .why { padding-inline: 8px; }
  .missed {
    position: absolute; inset-block-end: calc(100% + var(--wp-3)); inset-inline: 0;
    inline-size: fit-content; max-inline-size: calc(100% - 24px); margin-inline: auto;
    border-color: currentColor; border-radius: var(--wp-radius-full);
    color: var(--wp-accent-text); box-shadow: var(--wp-lift-2); font-size: var(--wp-text-sm);
  }
  .composer {
    border: 1px solid var(--wp-line-strong); border-radius: var(--wp-radius-l);
    background: var(--wp-surface);
  }
  .composer:hover { border-color: var(--wp-ink-3); }
  .composer:has(textarea:focus-visible) {
    border-color: var(--wp-focus);
    box-shadow: 0 0 0 1px var(--wp-focus), 0 0 0 4px var(--wp-accent-soft-2);
  }
  .composer .why { padding: 10px 14px 0; }
  textarea, textarea:focus-visible {
    display: block; inline-size: 100%; min-block-size: 40px; max-block-size: 168px;
    padding: 11px 14px 4px; border: 0; background: none; color: inherit; resize: none;
    field-sizing: content; outline: 0; box-shadow: none; scrollbar-width: thin;
    font: var(--wp-weight) var(--wp-text-input) / 1.5 var(--wp-font);
  }
  textarea::placeholder { color: var(--wp-ink-3); opacity: 1; }
  .tools { gap: var(--wp-2); padding-block-end: 4px; padding-inline: 14px 4px; }
  .tools > .tool { margin-inline-start: -6px; }
  .tools > .tool + .settle { margin-inline-start: 0; }
  .settle {
    display: inline-flex; align-items: center; gap: 6px; min-block-size: 32px;
    margin-inline-start: -8px; padding: 3px 8px; border: 0; border-radius: var(--wp-radius-m);
    background: none; color: var(--wp-accent-text); font-weight: var(--wp-weight-mid);
    text-align: start; cursor: pointer;
  }
  .settle:hover { background: var(--wp-hover); }
  .sendbtn { position: relative; flex: none; inline-size: 36px; min-block-size: 36px; margin: 4px; margin-inline-start: auto; padding: 0; }
  .sendbtn::after { content: ''; position: absolute; inset: -5px; }
  .btn.sendbtn:disabled {
    background: var(--wp-sunken); border-color: var(--wp-line); color: var(--wp-ink-off);
    cursor: default;
  }
  @media (pointer: coarse) { .settle { min-block-size: 44px; } }
  @media (forced-colors: active) {
    .composer:has(textarea:focus-visible) { outline: 3px solid Highlight; outline-offset: 2px; }
  }
`
